/**
 * How the page looks where the tables do not fit: each row is a block, the activity over one line a party. Text uses
 * the whole width, and only numbers and what they stand beside still hang.
 */
export const narrowRules = `
:root{--hang:3.8rem}
.at-text,.notice{padding-inline-start:0}
.notice{padding-inline:1rem}
.numbered.over-table,.over-table{min-height:0;margin-bottom:0;padding-block:0 .4rem;padding-inline-end:0;border-bottom:var(--strong) solid var(--ink)}
.facts,.legend{grid-template-columns:repeat(2,minmax(0,1fr))}
.legend{grid-template-columns:minmax(0,1fr)}
.facts>[class]{grid-column:1/-1}
.contents,footer p{margin-inline-start:0}
.contents{columns:1}
.contents ol ol{display:none}
.contents a{padding-block:.35rem}
table,tbody{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{display:grid;grid-template-columns:var(--hang) minmax(0,1fr);gap:.15rem 0;padding-block:.6rem .5rem}
tbody th,tbody td,.held,.party{padding:0}
tbody tr>:nth-child(n+2),tbody tr>[colspan]{grid-column:2}
tbody [data-label]{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:baseline}
tbody [data-label]::before{content:attr(data-label);content:attr(data-label) / "";color:var(--muted);font-size:.8125rem}`;
