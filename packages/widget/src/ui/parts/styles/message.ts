/** Messages, choices and what stands beside them. */
export const messageStyles = `
.entries{display:flex;flex-direction:column;gap:8px}
.entry{position:relative;display:flex;flex-direction:column;align-items:start;font-size:.9375em}
.customer{align-items:end}
.bot+.customer,.customer+.bot{margin-block-start:8px}
.bubble{position:relative;max-width:86%;padding:9px 14px;border:1px solid transparent;border-radius:18px;border-end-start-radius:6px;background:var(--bubble);white-space:pre-wrap;text-align:start}
.customer .bubble{border:var(--rim);background:var(--fill);color:var(--on-fill);border-radius:18px;border-end-end-radius:6px}
.bubble small{display:block;color:var(--quiet)}
.entry>.button{margin-block-start:6px}
.ghost{width:75%;height:64px;margin-block-end:8px}
.ghost+.ghost{width:50%;height:42px}
.sending{position:absolute;inset-block-end:14px;inset-inline-end:calc(100% + 8px);width:12px;height:12px;border:2px solid var(--edge);border-radius:50%}
.waiting{font-size:.875em}
.failed{display:flex;align-items:center;gap:6px;color:var(--bad);font-size:.875em}
.retry{min-width:44px;padding-inline:6px;text-decoration:underline}
.typing{display:flex;gap:4px;align-self:start;margin-block-start:16px;padding-block:15px}
.typing i{width:7px;height:7px;border:4px solid var(--quiet);border-radius:50%}
`;
