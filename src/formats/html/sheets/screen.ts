/**
 * How the page looks on a screen: rules and no boxes, numbers that hang, codes in slots. Colours, fonts and measures
 * are custom properties, set by the brand; classes such as `t3` come from the type sheet.
 */
export const screenRules = `
*,::before,::after{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.47 var(--body);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
header,main,footer{padding-inline:max(1.25rem,calc(50% - var(--measure)/2))}
h1,h2,h3,h4,h5,h6,p,dl,dd,ul,ol,figure{margin:0}
strong,em{font-weight:600;font-style:normal}
sup{font-size:.7em;line-height:0}
img{display:block;max-width:100%}
a{color:var(--link);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.at-text{padding-inline-start:var(--hang)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip{position:absolute;z-index:1;top:-9rem;inset-inline-start:1.25rem;padding:.6rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{top:.75rem}

.cover{padding-block:2.25rem .75rem}
.cover .masthead{display:flex;align-items:center;gap:.9rem;margin-bottom:2.75rem;min-height:2.5rem}
.cover .label{margin-inline-start:auto}
.cover.rule .masthead{padding-bottom:.9rem;border-bottom:3px solid var(--accent)}
.cover.block{padding-bottom:2.5rem;background:var(--tint);border-top:1.1rem solid var(--accent)}
.cover .picture{width:auto}
.cover h1{text-wrap:balance}
.facts{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1.1rem 1rem;margin-top:1.9rem}
.facts .span-2{grid-column:span 2}
.facts .span-3{grid-column:span 3}
.facts .span-4{grid-column:1/-1}

main>p,main>ul,main>ol,main>figure{margin-block:1.5rem .6rem}
p.at-text{max-width:calc(44rem + var(--hang))}
.notice{margin-block:1.5rem;padding:.85rem 2rem 1rem calc(var(--hang) - 4px);background:var(--tint);border-inline-start:4px solid var(--accent)}
.notice+.notice{margin-top:-.75rem}
.legend{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.35rem 2rem;margin-bottom:1.5rem}
.legend>div{display:grid;grid-template-columns:2rem minmax(0,1fr);align-items:baseline}

.contents{margin-block:2.25rem 1rem;padding-block:1.1rem 1.2rem;margin-inline-start:var(--hang);border-block:var(--fine) solid var(--rule);columns:3 14rem;column-gap:2rem;font-size:.875rem}
.contents ol{padding:0;list-style:none}
.contents>ol>li{padding-bottom:.4rem}
.contents li>a:has(+ol){break-after:avoid}
.contents>ol>li>a{font-weight:600}
.contents a{display:block;break-inside:avoid;padding-block:.14rem;padding-inline-start:2.9rem;color:var(--ink);text-decoration-color:transparent}
.contents a:hover,.contents a:focus{text-decoration-color:currentcolor}
.contents .number{display:inline-block;min-width:2.9rem;margin-inline-start:-2.9rem;color:var(--muted);font-weight:400}

section section{margin-top:1.9rem}
main>section{margin-top:3.25rem}
h2,h3,h4,h5,h6{text-wrap:balance}
.numbered{padding-inline-start:var(--hang);text-indent:calc(-1*var(--hang))}
.numbered>.number{display:inline-block;min-width:var(--hang);padding-inline-end:.6rem;text-indent:0}
:is(h1,h2,h3,h4,h5)+section{margin-top:.8rem}
.over-table{min-height:var(--head);margin-bottom:calc(-1*var(--head));padding-block:.1rem .4rem;padding-inline-end:var(--free,0)}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{position:relative;padding:.5rem 0;text-align:start;vertical-align:baseline;font-weight:inherit}
thead th,thead td{height:var(--head);padding-block:.2rem .42rem;vertical-align:top}
thead{border-bottom:var(--strong) solid var(--ink)}
tbody tr{border-bottom:var(--fine) solid var(--rule)}
tbody th{padding-inline-end:1rem}
tr:target>*,li:target{background:var(--tint)}
.held,.party{padding-inline-start:var(--gutter,0)}

.codes,.slots{white-space:nowrap;cursor:default}
.slots{display:inline-block;width:calc(var(--slot)*var(--slots));font-size:0}
.codes b,.slots b,.slots i{display:inline-block;min-width:1.24rem;margin-inline:calc((var(--slot,1.24rem) - 1.24rem)/2);font:400 .95rem/1.24rem var(--code);text-align:center}
b.strong{font-weight:700}
b.filled{background:var(--fill);color:var(--on-fill);border-radius:var(--corner);font-weight:700}
b.none{color:var(--muted)}
.past b{color:var(--muted)}
.past b.filled{background:none;box-shadow:inset 0 0 0 1px var(--muted)}
ins{text-underline-offset:.16em;text-decoration-thickness:1px}
.changes tbody tr>:first-child::before{content:"";position:absolute;inset-block:0;inset-inline-start:-.75rem;border-inline-start:2px solid var(--accent)}
.group::after{content:"";position:absolute;inset-block-end:0;inset-inline:var(--gutter,0) 0;border-bottom:1px solid var(--ink)}
.slots i::before{content:"·";content:"·" / "";color:var(--rule)}
.reference{padding-inline:.1em;font-weight:600;text-decoration:none}
.reference:hover{text-decoration:underline}

.hanging{margin-top:.5rem;padding:0;list-style:none;border-top:var(--strong) solid var(--ink)}
.hanging li{display:grid;grid-template-columns:var(--hang) minmax(0,1fr);padding-block:.5rem;border-bottom:var(--fine) solid var(--rule)}
.hanging .number{font-weight:600;font-size:.9rem}
.hanging li>:last-child{grid-column:2;padding-inline-start:0}
.back{white-space:nowrap;font-size:.9em}

footer{margin-top:3.5rem;padding-block:1rem 3rem}
footer p{display:flex;flex-wrap:wrap;gap:.2rem 2rem;justify-content:space-between;margin-inline-start:var(--hang)}
footer p:first-child{padding-top:1rem;border-top:var(--fine) solid var(--rule)}
@media(forced-colors:active){b.filled{outline:1px solid}}`;
