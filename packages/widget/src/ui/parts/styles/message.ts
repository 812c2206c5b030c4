/** Messages, choices and the elements next to them. */
export const messageStyles = `
.entries{display:flex;flex-direction:column;gap:8px}
.entry{position:relative;display:flex;flex-direction:column;align-items:start;font-size:.9375em}
.customer{align-items:end}
.bot+.customer,.customer+.bot{margin-block-start:8px}
.bubble{position:relative;max-width:86%;padding:9px 14px;border:1px solid transparent;border-radius:18px;border-end-start-radius:6px;background:var(--bubble);white-space:pre-wrap;text-align:start}
.customer .bubble{border:var(--rim);background:var(--fill);color:var(--on-fill);border-radius:18px;border-end-end-radius:6px}
.ghost{width:75%;height:64px;margin-block-end:8px}
.ghost+.ghost{width:50%;height:42px}
.typing{display:flex;gap:4px;align-self:start;margin-block-start:16px;padding-block:15px}
.typing i{width:7px;height:7px;border:4px solid var(--quiet);border-radius:50%}
`;
