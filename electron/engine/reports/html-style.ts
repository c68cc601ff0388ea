/** How a report or a ficha looks as HTML, on screen and printed from the browser. */
export const htmlStyle = `
:root{--ink:#16191d;--quiet:#4d565f;--line:#d5dae0;--soft:#f3f6f9;--accent:#12436d;--warning:#8a4208}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:48px 24px 80px;max-width:840px;font:16px/1.6 Inter,system-ui,sans-serif;color:var(--ink);background:#fff}
h1,h2,h3,h4{line-height:1.2;font-weight:600;letter-spacing:-.01em;margin:2.4em 0 .7em;break-after:avoid}
h1{font-size:40px;letter-spacing:-.02em;margin:.4em 0 .3em;text-wrap:balance}
h2{font-size:26px;margin-top:2.6em}
h3{font-size:18px}
h4{font-size:15px}
p,li,dd{max-width:46em}
p{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
b{font-weight:600}
small{font-size:.8125em;color:var(--quiet)}
ul{padding-left:1.2em}
li{margin:.4em 0}
.subtitle{font-size:20px;line-height:1.4;color:var(--quiet);max-width:34em}
.kicker{font-size:14px;font-weight:600;color:var(--accent);margin:0}
.quiet{font-size:13px;line-height:1.5;color:var(--quiet);margin:.35em 0}
.lead{font-size:19px;color:var(--quiet)}
.badge{display:inline-block;margin:0 0 8px;padding:3px 12px;border:1px solid #b4590c;border-radius:99px;font-size:13px;font-weight:600;color:var(--warning)}
.cover{padding-bottom:28px;border-bottom:1px solid var(--line)}
.facts{margin:20px 0;font-size:14px}
.facts>div{display:grid;grid-template-columns:170px 1fr;gap:0 16px;padding:4px 0}
.facts dt{grid-row:1/span 20;color:var(--quiet)}
.facts dd{grid-column:2;margin:0;overflow-wrap:anywhere}
nav{margin:32px 0;font-size:15px}
nav h2{font-size:18px;margin:0 0 .6em}
nav ol{list-style:none;padding:0;margin:0}
nav .level-1{font-weight:600;margin-top:.7em}
nav .level-2{padding-left:20px;font-weight:400}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
figure{margin:36px 0;break-inside:avoid}
figcaption,caption{font-size:14px;line-height:1.45;color:var(--quiet);text-align:left;padding-bottom:10px}
figcaption b,caption b{color:var(--ink);margin-right:8px}
.drawing svg{display:block;width:100%;height:auto}
.table{margin:36px 0;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13.5px;line-height:1.4;font-variant-numeric:tabular-nums}
table+.quiet{margin-top:10px}
thead{display:table-header-group}
th,td{padding:7px 8px;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line)}
thead th,thead td{vertical-align:bottom;font-size:13px;color:var(--quiet);border-bottom:1.5px solid var(--ink)}
thead .groups th{color:var(--ink);font-weight:600;text-align:center;border-bottom:1px solid var(--line);white-space:nowrap}
thead .groups td{border-bottom:0}
th.number,td.number{text-align:right}
td.number{white-space:nowrap}
td small,th small{display:block;font-weight:400;font-size:12px;white-space:nowrap}
tr.total th,tr.total td,tr.title th{background:var(--soft)}
tbody .strong{font-weight:600}
tbody .quiet{font-size:inherit;color:var(--quiet)}
tr{break-inside:avoid}
.mark{display:inline-block;width:9px;height:9px;margin-right:7px;border:1.6px solid;border-radius:50%;vertical-align:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.note{padding:12px 16px;border-left:3px solid var(--accent);background:var(--soft);font-size:15px}
.note.warning{border-color:#b4590c;background:#fdf4ec}
.definitions>div{margin:0 0 18px}
.definitions dt{font-weight:600}
.definitions dd{margin:2px 0 0;font-size:15px}
.checklist{list-style:none;padding:0}
.checklist .checked{font-weight:600}
.checklist .unchecked{color:var(--quiet)}
.box{display:inline-grid;place-items:center;width:17px;height:17px;margin-right:10px;border:1.5px solid #8a939e;border-radius:3px;font-size:13px;line-height:1;vertical-align:-2px}
.checked .box{background:var(--accent);border-color:var(--accent);color:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.months{display:grid;grid-template-columns:repeat(12,1fr);gap:4px;margin:10px 0 20px;font-size:13px;text-align:center}
.months span{padding:6px 0;border-radius:3px;background:var(--soft);color:var(--quiet)}
.months .active{background:var(--accent);color:#fff;font-weight:600;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.evidence{display:grid;grid-template-columns:1fr auto;gap:0 16px;margin:18px 0;padding:18px 20px;border:1px solid var(--line);border-radius:6px;break-inside:avoid}
.evidence h3{margin:0;font-size:16px}
.evidence>*{grid-column:1/-1;margin:0}
.evidence h3{grid-column:1}
.evidence .status{grid-column:2;align-self:start;padding:2px 10px;border:1px solid;border-radius:99px;font-size:13px;font-weight:600;color:var(--quiet)}
.evidence.current .status{color:#2f6f4f}
.evidence.outdated .status,.evidence.broken .status{color:var(--warning)}
.evidence>p:not(.status){margin-top:10px;font-size:15px}
.evidence .facts{margin-top:10px;font-size:13px}
.evidence .facts>div{grid-template-columns:150px 1fr;padding:1px 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:16px;margin:16px 0 0;font-size:13px;color:var(--quiet)}
.evidence .figures{margin-top:14px}
.figures dd{margin:0}
.figures .value{font-size:24px;line-height:1.3;font-weight:600;letter-spacing:-.01em;color:var(--ink)}
.page-break{border:0;margin:0}
footer{margin-top:64px;padding-top:16px;border-top:1px solid var(--line)}
body.ficha h1{font-size:30px}
body.ficha h2{font-size:18px;margin:1.9em 0 .5em}
@media (max-width:600px){body{padding:28px 16px}h1{font-size:30px}.facts>div{grid-template-columns:1fr}.facts dt{grid-row:auto}.facts dd{grid-column:1}}
@media print{@page{size:A4;margin:20mm 20mm 18mm}body{padding:0;max-width:none;font-size:10.5pt}nav{break-after:page}.page-break{break-after:page}a{color:inherit;text-decoration:none}.table{overflow:visible}table{font-size:8.5pt}}
`.trim();
