// Links to a number, an indicator or an article are followed inside the session: no reload.
// Inside a frame, and with a modifier key, the browser follows the plain link instead.
export default function (component) {
  const { data, setTriggerValue } = component;
  const follow = (event) => {
    const link = event.target.closest(
      "a[data-mention], a[data-indicator], a[data-source]",
    );
    if (!link || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (data.embedded) {
      window.open(link.href, "_blank", "noopener");
      return;
    }
    const [name] = ["mention", "indicator", "source"].filter((key) => link.dataset[key]);
    setTriggerValue("opened", [name, link.dataset[name]]);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
