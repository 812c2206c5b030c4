/** Styles for the parts that load after the window opens. */
export const lateStyles = `
.bubble small{display:block;color:var(--quiet)}
.who{padding:6px 16px;border-block-end:1px solid var(--line);color:var(--quiet);font-size:.8125em}
.person:not(.person+.person)>.unseen{all:unset;padding:0 4px 2px;color:var(--quiet);font-size:.8667em}
.person .bubble{border-color:var(--edge);background:none}
.sending{position:absolute;inset-block-end:14px;inset-inline-end:calc(100% + 8px);width:12px;height:12px;border:2px solid var(--edge);border-radius:50%}
.waiting{font-size:.875em}
.failed{display:flex;align-items:center;gap:6px;color:var(--bad);font-size:.875em}
.retry{min-width:44px;padding-inline:6px;text-decoration:underline}
.page{margin-block:8px 2px}
.ask{position:absolute;z-index:1;inset:100% 0 auto;display:flex;flex-wrap:wrap;gap:10px;padding:14px 16px;background:var(--bg);border-block-end:1px solid var(--line);font-size:.9375em}
.ask p,.ask details{flex:100%}
.ask .button{flex:1 40%;margin:0}
.ask details>*{width:100%;margin-block-start:10px}
.thumb{width:44px;height:44px;margin:-12px -6px;display:grid;place-items:center;color:var(--quiet)}
.down{rotate:180deg}
.thumb[aria-pressed=true]{color:var(--ink)}
.thumb[aria-pressed=true] path{fill:currentColor}
.number{position:relative;padding-inline-end:84px}
.copy{position:absolute;inset-block-end:-10px;inset-inline-end:0;padding-inline:8px;border-radius:10px}
.steps{display:flex;margin-block-start:12px}
.steps li{flex:1;min-width:0;position:relative;padding:17px 0 0;color:var(--quiet);font-size:.7333em;line-height:1.3;text-align:center}
.steps li::before{content:"";position:absolute;inset-block-start:0;inset-inline-start:calc(50% - 6px);z-index:1;width:12px;height:12px;box-sizing:border-box;border:2px solid var(--edge);border-radius:50%;background:var(--bg)}
.steps li+li::after{content:"";position:absolute;inset-block-start:5px;inset-inline:calc(6px - 50%) calc(50% + 6px);border-block-start:2px solid var(--line)}
.steps .done::before{border:6px solid var(--ink)}
.steps .done::after{border-color:var(--ink)!important}
.steps .now{color:var(--text);font-weight:600}
.steps .now::before{outline:3px solid var(--line)}
.own{display:block;max-width:160px;max-height:160px;border-radius:9px}
.file:focus-within{outline:2px solid var(--ink)}
.below{display:flex;align-items:center;gap:2px;padding-inline:4px 10px;min-height:20px}
.below .quiet{margin-inline-end:6px}
@media(hover:hover){.button:not(.strong):hover,.tool:hover,.unfold:hover,.copy:hover{background:var(--bubble)}}
`;
