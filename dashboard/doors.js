// Links to a number, an indicator or an article are followed inside the session: the
// address changes as if the reader went forward in the history, and the page is not reloaded.
// Inside a frame they open the full page; with a modifier key the browser does as it always does.
const LINKS = "a[data-mention], a[data-indicator], a[data-source]";
const PATIENCE = 4000;

function follow(event, embedded) {
  const link = event.target.closest(LINKS);
  if (!link || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (embedded) {
    window.open(link.href, "_blank", "noopener");
    return;
  }
  window.history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// A number opened by its address stands somewhere in a long article: show it once it is there.
function reveal(selected) {
  const until = Date.now() + PATIENCE;
  const look = () => {
    const mark = document.querySelector("a.sy-selected");
    if (!mark || mark.dataset.mention !== selected) {
      if (Date.now() < until) window.setTimeout(look, 100);
      return;
    }
    const box = mark.getBoundingClientRect();
    if (box.top < 60 || box.bottom > window.innerHeight - 20) {
      mark.scrollIntoView({ block: "center" });
    }
  };
  look();
}

// The component is called once a run, and may be loaded again: one listener is kept.
function listen(embedded) {
  document.removeEventListener("click", window.shuangyongDoors);
  window.shuangyongDoors = (event) => follow(event, embedded);
  document.addEventListener("click", window.shuangyongDoors);
}

export default function (component) {
  const { data } = component;
  document.documentElement.lang = data.language;
  listen(data.embedded);
  if (data.selected) reveal(data.selected);
}
