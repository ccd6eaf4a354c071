"""The one script of ours: a new screen starts at its top, with the focus on its heading."""

SCRIPT = (
    "(()=>{const main=document.querySelector('[data-testid=\"stMain\"]');"
    "const title=document.querySelector('[data-testid=\"stMain\"] h1');"
    "if(main)main.scrollTo(0,0);"
    "if(title){title.tabIndex=-1;title.focus({preventScroll:true});}})()"
)
"""Runs when a heading is written on the page; the page's policy allows exactly this text."""
