"""Whether a screen fits: nothing beside the window, nothing cut, everything large enough to hit."""

from playwright.sync_api import Page

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The spacing any reader may ask for: WCAG 1.4.12."""

_LOOKS = 10

_NAME = """
const seen = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
const name = (e) => [e.tagName.toLowerCase(), e.dataset.testid ?? '',
  ...[...e.classList].filter((c) => !c.includes('emotion')).slice(0, 2),
  `“${(e.innerText || e.ariaLabel || '').trim().slice(0, 40)}”`].join(' ');
"""

_CUT = """() => {
  const found = [];
  const main = document.querySelector('[data-testid=stMain]');
  if (main.scrollWidth > innerWidth) found.push(`wider than the window: ${main.scrollWidth}`);
  const hides = (value) => value === 'hidden' || value === 'clip';
  for (const e of main.querySelectorAll('*')) {
    if (!(e instanceof HTMLElement) || !e.innerText?.trim() || !seen(e)) continue;
    // A pixel or two: written for screen readers.
    if (e.clientWidth < 3 || e.clientHeight < 3) continue;
    const style = getComputedStyle(e);
    if (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
      found.push(`cut at its side: ${name(e)}`);
    if (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 2)
      found.push(`cut below: ${name(e)}`);
  }
  return found;
}"""

_SMALL = """() => {
  const found = [];
  const inSentence = (e) => {
    const around = e.closest('p, li, dd, td, figcaption');
    const left = around ? around.innerText.trim().length - e.innerText.trim().length : 0;
    return e.tagName === 'A' && left > 3;
  };
  const targets = ['a[href]', 'button', 'summary', 'textarea', '[role=option]',
    'label:has(input[type=radio])', 'label:has(input[type=checkbox])',
    'input:not([type=radio], [type=checkbox], [type=file])'];
  for (const e of document.querySelectorAll(`[data-testid=stMain] :is(${targets})`)) {
    if (!seen(e) || inSentence(e) || e.matches('.jalon-skip')) continue;
    // Inside a field, the field is the target; its own small buttons need 24 pixels.
    const field = e.closest(
      '[role=group], [data-testid=stNumberInputContainer], [data-testid=stTextInputRootElement]');
    const box = (e.tagName === 'INPUT' && field ? field : e).getBoundingClientRect();
    const high = e.tagName === 'BUTTON' && field ? 24 : 44;
    if (box.height < high - .5 || box.width < 23.5)
      found.push(`${Math.round(box.width)} by ${Math.round(box.height)}: ${name(e)}`);
  }
  return found;
}"""


def cut(page: Page) -> list[str]:
    """What scrolls sideways or is cut off, in the window as it is."""
    return _listed(page, _CUT)


def too_small(page: Page) -> list[str]:
    """What is pressed and is less than 44 pixels high, links inside sentences apart."""
    return _listed(page, _SMALL)


def cut_when_spaced(page: Page) -> list[str]:
    """What is cut off once the text has more space; the page is left as it was."""
    style = page.add_style_tag(content=SPACED)
    found = cut(page)
    style.evaluate("style => style.remove()")
    return found


def _listed(page: Page, script: str) -> list[str]:
    """What stays at fault: a fold that is still opening cuts its text for a moment."""
    found: list[str] = []
    for _ in range(_LOOKS):
        found = sorted(set(page.evaluate(f"(() => {{{_NAME} return ({script})(); }})()")))
        if not found:
            break
        page.wait_for_timeout(200)
    return found
