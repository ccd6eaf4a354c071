"""The smallest entries and places a search test needs."""

from catalogue.entries import Entry

_UNION = frozenset({"BE", "FR", "ES", "IE"})


def contains(outer: str, inner: str) -> bool:
    """A small tree of places: INT > EU > country > region."""
    if outer == "INT":
        return inner != "INT"
    if outer == "EU":
        return inner.split("-")[0] in _UNION
    return inner.startswith(f"{outer}-")


def entry(
    entry_id: str,
    *,
    kind: str = "resource",
    subkind: str = "guide",
    title: str = "",
    territories: tuple[str, ...] = ("BE",),
    languages: tuple[str, ...] = ("fr",),
    topics: tuple[str, ...] = ("crm-members",),
    texts: tuple[str, ...] = (),
    **more: object,
) -> Entry:
    """An entry about members in French, for Belgium, unless said otherwise."""
    return Entry(
        id=entry_id,
        kind=kind,  # type: ignore[arg-type]
        subkind=subkind,
        title=title or entry_id.replace("-", " "),
        url="https://example.org/",
        languages=languages,
        territories=territories,
        texts={"fr": texts},
        topics=topics,
        **more,  # type: ignore[arg-type]
    )
