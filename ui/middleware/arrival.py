"""The one script of ours, run when a heading is written on the page.

The page's policy (ui/middleware/security.py) allows exactly this text.
"""

# A new screen starts at its top, with the focus on its heading.
_ARRIVE = (
    "const main=document.querySelector('[data-testid=\"stMain\"]');"
    "const title=document.querySelector('[data-testid=\"stMain\"] h1');"
    "if(main)main.scrollTo(0,0);"
    "if(title){title.tabIndex=-1;title.focus({preventScroll:true});}"
)

# From one screen to another Streamlit writes two steps in the browser's history: the new
# parameters under the old address, then the new address. The first is no screen anybody saw, and
# Back would stop there: the second takes its place.
_ONE_STEP = (
    "let half=null;const push=history.pushState.bind(history);"
    "history.pushState=(state,title,url)=>{"
    "const from=location.pathname,to=new URL(url||location.href,location.href);"
    "if(half===location.href&&to.search===location.search&&to.pathname!==from)"
    "{history.replaceState(state,title,url);half=null;}"
    "else{push(state,title,url);half=to.pathname===from?to.href:null;}};"
    "addEventListener('popstate',()=>{half=null;});"
)

# As in any form: Enter on a chosen answer goes on. Only there, and not while the key is held.
# Heard on its way down, since the options let no key pass.
_ENTER = (
    "addEventListener('keydown',(event)=>{"
    "const chosen='[class*=\"st-key-answer-\"] input[type=radio]:checked';"
    "if(event.key!=='Enter'||event.repeat||event.ctrlKey||event.altKey||event.metaKey"
    "||!event.target.matches?.(chosen))return;"
    "document.querySelector('.st-key-continue button')?.click();},true);"
)

# Under a thumb a field is left in the same instant as a link is followed; Streamlit then sends
# what was typed after the link, and stays on the old screen. The field is left as the thumb lands.
_LEAVE = (
    "addEventListener('pointerdown',(event)=>{"
    "const field=document.activeElement;"
    "if(event.target.closest?.('[data-testid=\"stPageLink-NavLink\"]')"
    "&&field?.matches('input,textarea'))field.blur();},true);"
)

# Streamlit keeps what is typed in a large field only once the field is left. A note is sent when
# one stops typing. When the connection drops, its field is disabled, thereby left, and what is
# sent goes nowhere: once the server is back, each note touched here is sent again. Streamlit sends
# a value only when it differs from the last one: a space at its end, which no note keeps.
# No '<' may stand before a letter or digit here: the page would drop the whole script.
_NOTES = (
    "const typed=new Map(),touched=new Set();"
    "addEventListener('input',(event)=>{"
    "if(event.target.matches?.('[class*=\"st-key-note-\"] textarea'))"
    "{typed.set(event.target,Date.now());touched.add(event.target);}},true);"
    "const value=Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype,'value').set;"
    "const again=(field)=>{"
    "value.call(field,field.value.endsWith(' ')?field.value.slice(0,-1):field.value+' ');"
    "field.dispatchEvent(new Event('input',{bubbles:true}));};"
    "let away=0;"
    "setInterval(()=>{"
    "const app=document.querySelector('[data-testid=\"stApp\"]');"
    "if(app?.dataset.testConnectionState!=='CONNECTED'){away=Date.now();return;}"
    "if(away){if(2500>Date.now()-away)return;away=0;"
    "for(const field of touched)if(field.isConnected&&!field.disabled)again(field);}"
    "for(const [field,at] of typed){"
    "if(!field.isConnected){typed.delete(field);touched.delete(field);}"
    "else if(!field.disabled&&Date.now()-at>1200){"
    "typed.delete(field);"
    "field.dispatchEvent(new FocusEvent('focusout',{bubbles:true}));}}},400);"
)

SCRIPT = (
    f"(()=>{{{_ARRIVE}if(window.jalon)return;window.jalon=1;"
    f"{_ONE_STEP}{_ENTER}{_LEAVE}{_NOTES}}})()"
)
"""At each heading; what listens is set up once a page."""
