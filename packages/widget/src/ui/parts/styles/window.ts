import { fullScreen } from "./full-screen.ts";

const whole =
  "inset:auto 0;top:var(--top,0);width:auto;max-width:none;max-height:none;height:var(--height,100dvh);border:0;border-radius:0";

/** The window itself. The page reaches it by `--meetbot-…` properties alone. */
export const windowStyles = `
.window{position:fixed;z-index:var(--meetbot-z-index,2147483000);inset-block-end:92px;inset-inline-end:20px;width:min(var(--meetbot-width,400px),100vw - 40px);height:min(var(--meetbot-height,640px),100dvh - 112px);display:flex;flex-direction:column;container-type:size;overflow:hidden;border:1px solid var(--line);border-radius:var(--meetbot-radius,18px);background:var(--bg);box-shadow:0 12px 48px var(--shade);outline:0!important}
.window:not([open],.page){display:none}
@media ${fullScreen}{.window{${whole}}}
.page{${whole};padding-inline:max(0px,50% - 360px)}
.header{position:relative;display:flex;align-items:center;gap:10px;padding-block:10px;padding-inline:16px 6px;border-block-end:1px solid var(--line)}
.face{width:34px;height:34px;border:var(--rim);border-radius:50%;background:var(--fill);color:var(--on-fill);font-weight:600}
.name{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tool{margin-inline-start:-10px;border-radius:12px;color:var(--quiet)}
.transcript{position:relative;flex:1;min-height:0;display:flex;flex-direction:column;overflow-y:auto;overscroll-behavior:contain;padding:16px 16px 12px;border-block-end:1px solid var(--line)}
.dock{display:flex;flex-wrap:wrap;flex-direction:row-reverse;align-items:end;gap:8px;padding:10px 12px 0}
.dock:empty{display:none}
.dock .button{border-color:var(--edge);border-radius:22px}
.choices{flex:60%;display:flex;flex-wrap:wrap;gap:8px;max-height:122px;overflow-y:auto}
@container(max-height:440px){.choices{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}}
.foot{padding:10px 12px max(12px,env(safe-area-inset-bottom))}
.over{display:grid;gap:10px;padding:14px 16px;font-size:.9375em}
.banner{display:flex;gap:8px;margin-block-end:8px;padding:9px 14px;border:1px solid transparent;border-radius:12px;font-size:.875em}
.composer{display:flex;align-items:end;border:1px solid var(--edge);border-radius:24px}
.composer:has(.field:focus){outline:2px solid var(--ink);outline-offset:-1px}
.field{flex:1;min-width:0;resize:none;padding:10px 18px;min-height:46px;max-height:8em;border:0;background:none;outline:0!important;font-size:1em;field-sizing:content}
.field::placeholder{color:var(--quiet)}
.send{margin:1px;border:4px solid transparent;border-radius:50%;background:var(--fill) padding-box;color:var(--on-fill)}
.send[aria-disabled=true]{background-color:var(--bubble);color:var(--quiet)}
.empty{margin:auto;color:var(--quiet)}
@media(prefers-reduced-motion:no-preference){
@keyframes arrive{from{opacity:0;transform:translateY(8px)}}
@keyframes glow{50%{opacity:.4}}
.window[open],.entry{animation:arrive .2s ease-out}
.ghost,.typing i{animation:glow 1.2s infinite}
.typing :nth-child(2){animation-delay:.2s}
}
`;
