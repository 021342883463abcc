"""The administrative level that a report speaks of as its own."""

LEVELS = {
    "市": ("全市", "我市", "市委", "市里", "市双拥", "市退役军人"),
    "县": ("全县", "我县", "县委", "县里", "县双拥", "县退役军人", "县人武部"),
    "区": ("全区", "我区", "区委", "区里", "区双拥", "区退役军人", "区人武部"),
    "旗": ("全旗", "我旗", "旗委", "旗里", "旗双拥", "旗退役军人", "旗人武部"),
}


def own_level(text: str) -> str:
    """Return the level a report speaks of as its own: 市, 县, 区, 旗, or nothing."""
    counts = {
        level: sum(text.count(word) for word in words)
        for level, words in LEVELS.items()
    }
    best = max(counts, key=lambda level: counts[level])
    return best if counts[best] else ""
