/** What comes with it. */
export const lateStyles = `
.ask{position:absolute;z-index:1;inset:100% 0 auto;display:flex;flex-wrap:wrap;gap:10px;padding:14px 16px;background:var(--bg);border-block-end:1px solid var(--line);font-size:.9375em}
.ask p,.ask details{flex:100%}
.ask .button{flex:1 40%;margin:0}
.ask details>*{width:100%;margin-block-start:10px}
.thumb{width:44px;height:44px;margin:-12px -6px;display:grid;place-items:center;color:var(--quiet)}
.down{rotate:180deg}
.thumb[aria-pressed=true]{color:var(--ink)}
.thumb[aria-pressed=true] path{fill:currentColor}
.copy{position:absolute;inset-block-end:-10px;inset-inline-end:0;padding-inline:8px;border-radius:10px}
`;
