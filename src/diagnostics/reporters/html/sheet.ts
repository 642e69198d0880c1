/** The style of a report: the rules, measures and colours of a web annex in the neutral brand, light and dark. */
export const sheet = `
*,::before,::after{box-sizing:border-box}
:root{color-scheme:light dark;--paper:#fff;--ink:#14202e;--muted:#566373;--accent:#1d3f66;--tint:#f3f5f7;--rule:#c7ced6;--error:#a3191c;--warning:#7a4b00;--mark:#ffe2a8;--heading:"Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif;--body:"Source Sans 3","Source Sans Pro",system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--mono:ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono",monospace;--hang:6.2rem}
@media(prefers-color-scheme:dark){:root{--paper:#10161d;--ink:#e6ebf0;--muted:#a3b0bd;--accent:#8fb4dd;--tint:#19212b;--rule:#33404d;--error:#ff9a94;--warning:#f2c377;--mark:#5c4300}}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.47 var(--body);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
header,main,footer{padding-inline:max(1.25rem,calc(50% - 29rem))}
h1,h2,p,dl,dd,ol,pre{margin:0}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header{padding-block:2.25rem .75rem}
.label{margin-bottom:2.5rem;padding-bottom:.9rem;border-bottom:3px solid var(--accent);color:var(--muted)}
h1{font:600 2.6rem/1.1 var(--heading)}
h2{padding-bottom:.45rem;border-bottom:1px solid var(--ink);font:600 1.3rem/1.3 var(--heading)}
h2+p{margin-top:.8rem;color:var(--muted)}
.facts{display:flex;flex-wrap:wrap;gap:1.1rem 3rem;margin-top:1.9rem}
.facts dt{color:var(--muted);font-size:.85rem}
.facts dd{font-size:1.35rem;font-weight:600}
section{margin-top:3rem}
.fine{margin-top:2.5rem;font-size:1.1rem}
.findings{padding:0;list-style:none}
.findings li{padding-block:.9rem 1rem;padding-inline-start:var(--hang);border-bottom:1px solid var(--rule)}
.place{color:var(--muted);font-size:.875rem}
.severity{display:inline-block;min-width:var(--hang);margin-inline-start:calc(-1*var(--hang));color:var(--accent);font-weight:600}
.error .severity{color:var(--error)}
.warning .severity{color:var(--warning)}
.rule{margin-inline-start:.5rem;font-family:var(--mono);font-size:.92em}
.message{margin-top:.15rem;font-weight:600}
.hint{margin-top:.15rem}
.reason{margin-top:.35rem;padding-inline-start:.8rem;border-inline-start:4px solid var(--accent)}
pre{margin-block:.5rem;padding:.45rem .7rem;background:var(--tint);font:.84rem/1.5 var(--mono);white-space:pre-wrap}
mark{background:var(--mark);color:inherit}
.rules>div{padding-block:.7rem;border-bottom:1px solid var(--rule)}
.rules>div:target{background:var(--tint)}
.rules dt{font:.92rem/1.4 var(--mono)}
footer{padding-block:3rem;color:var(--muted);font-size:.875rem}
@media(max-width:44rem){:root{--hang:0rem}.severity{margin-inline-end:.5rem}}
@media print{:root{color-scheme:light}li,dl>div{break-inside:avoid}h2{break-after:avoid}}`;
