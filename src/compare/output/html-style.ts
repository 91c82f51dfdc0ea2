/** The style sheet of the page. */
export const HTML_STYLE = `
:root { color-scheme: light dark; }
body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1rem 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid #8886; }
table { border-collapse: separate; border-spacing: 0; }
th, td { padding: .25rem .5rem; border: solid #8885; border-width: 0 1px 1px 0; text-align: left; vertical-align: top; }
td { min-width: 2.5rem; max-width: 32rem; overflow-wrap: anywhere; }
thead { position: sticky; top: 0; z-index: 2; }
thead th { background: #dde6f2; color: #111; min-width: 3rem; max-width: 14rem; overflow-wrap: anywhere; }
tbody th { background: #f3f5f8; color: #111; font-weight: 600; min-width: 9rem; max-width: 16rem; }
.wide tbody th { position: sticky; left: 0; z-index: 1; }
small { display: block; color: #666; font-weight: 400; font-size: .8rem; }
.wide td div { white-space: nowrap; }
.wide td:nth-last-child(-n + 2) { min-width: 12rem; font-size: .85rem; }
.list td:nth-child(3), .wide td:nth-child(3) { min-width: 6rem; }
i { display: block; font-size: .8rem; color: #666; min-width: 6rem; max-width: 14rem; }
td a + a { font-size: .75rem; }
.conflict { background: #ffe9d6; color: #111; outline: 2px solid #c60; outline-offset: -2px; }
.conflict i { color: #8a3b00; font-weight: 600; font-style: normal; }
.conflict a { color: #003a8c; }
.conflict small { color: #444; }
.quote { white-space: normal; min-width: 20rem; }
:target { background: #fff3a8; color: #111; }
@media (prefers-color-scheme: dark) { small, i { color: #aaa; } }
@media print { .scroll { overflow: visible; max-height: none; } }
`;

/** Its SHA-256 in the page's policy (CSP level 3); a test says the new one where the sheet was changed. */
export const HTML_STYLE_HASH = 'sha256-TTToEfAy1U8m4QFkIN6wjmMuyHzatiYFTXtPelXQLJM=';
