/** Where the window takes the whole screen: phones, upright and lying. */
export const fullScreen = "(max-width:480px),(max-height:440px)";

const whole =
  "inset:auto 0;top:var(--top,0);width:auto;max-width:none;max-height:none;height:var(--height,100dvh);border:0;border-radius:0";

/** The window itself. The page reaches it by `--meetbot-…` properties alone. */
export const windowStyles = `
.window{position:fixed;z-index:var(--meetbot-z-index,2147483000);inset-block-end:92px;inset-inline-end:20px;width:min(var(--meetbot-width,400px),100vw - 40px);height:min(var(--meetbot-height,640px),100dvh - 112px);display:flex;flex-direction:column;overflow:hidden;border:1px solid var(--line);border-radius:var(--meetbot-radius,18px);background:var(--bg);box-shadow:0 12px 48px var(--shade);outline:0!important}
.window:not([open],.page){display:none}
@media ${fullScreen}{.window{${whole}}}
.page{${whole};padding-inline:max(0px,50% - 360px)}
.header{position:relative;display:flex;align-items:center;gap:10px;padding-block:10px;padding-inline:16px 6px;border-block-end:1px solid var(--line)}
.face{width:34px;height:34px;border:1px solid transparent;border-radius:50%;background:var(--fill);color:var(--on-fill);font-size:.9375em;font-weight:600}
.name{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tool{margin-inline-start:-10px;border-radius:12px;color:var(--quiet)}
.tool:focus-visible,.transcript:focus-visible,.send:focus-visible{outline-offset:-3px}
.ask{position:absolute;z-index:1;inset:100% 0 auto;display:flex;flex-wrap:wrap;gap:10px;padding:14px 16px;background:var(--bg);border-block-end:1px solid var(--line);box-shadow:0 12px 24px var(--shade);font-size:.9375em}
.ask p{flex:1 0 100%}
.ask .button{flex:1}
.frame{position:relative;flex:1;min-height:0;display:flex}
.transcript{flex:1;min-width:0;overflow-y:auto;overscroll-behavior:contain;padding:16px 16px 12px}
.to-newest{position:absolute;inset-block-end:12px;inset-inline:0;margin-inline:auto;width:44px;height:44px;border:1px solid var(--line);border-radius:22px;background:var(--bg);box-shadow:0 4px 14px var(--shade);font-size:.875em;font-weight:600}
.news{width:max-content;padding-inline:16px 12px;background:var(--fill);color:var(--on-fill)}
.foot{padding:10px 12px max(12px,env(safe-area-inset-bottom))}
.over{display:grid;gap:10px;padding:16px;border-block-start:1px solid var(--line);font-size:.9375em}
.banner{display:flex;gap:8px;margin-block-end:10px;padding:9px 12px;border:1px solid transparent;border-radius:12px;background:var(--wait-bg);color:var(--wait);font-size:.875em}
.composer{display:flex;align-items:end;border:1px solid var(--edge);border-radius:24px}
.composer:has(.field:focus){outline:2px solid var(--ink);outline-offset:-1px}
.field{flex:1;min-width:0;resize:none;padding:10px 18px;min-height:46px;max-height:8em;border:0;background:none;outline:0!important;font-size:1em;field-sizing:content}
.field::placeholder{color:var(--quiet)}
.send{margin:1px;border:4px solid transparent;border-radius:50%;background:var(--fill) padding-box;color:var(--on-fill)}
.send[aria-disabled=true]{background-color:var(--bubble);color:var(--quiet);cursor:default}
.empty{display:grid;place-content:center;height:100%;color:var(--quiet)}
.skeleton{display:grid;gap:12px}
.skeleton i{height:44px;width:68%;border-radius:18px;background:var(--bubble)}
.skeleton :last-child{height:180px;width:100%}
@media(hover:hover){.button:not(.strong):hover,.tool:hover,.chip:hover,.unfold:hover,.copy:hover{background:var(--bubble)}}
@media(prefers-reduced-motion:no-preference){
@keyframes arrive{from{opacity:0;transform:translateY(8px)}}
@keyframes glow{50%{opacity:.4}}
.window[open],.entry,.choices{animation:arrive .2s ease-out}
.skeleton i,.typing i{animation:glow 1.2s infinite}
.typing :nth-child(2){animation-delay:.2s}
}
`;
