import { accentStyles } from "./accent.ts";

const light =
  "--bg:#fff;--bubble:#f1f3f6;--line:#e2e5ea;--edge:#848b98;--text:#15181e;--quiet:#5a616e;--good:#12693c;--good-bg:#e4f5eb;--wait:#7a4a00;--wait-bg:#fdf0d5;--bad:#b3261e;--shade:#0b132433;--ink:color(from var(--fill) xyz calc(x*min(1,.155/y)) min(y,.155) calc(z*min(1,.155/y)));color-scheme:light";

const dark =
  "--bg:#16181d;--bubble:#262a32;--line:#323741;--edge:#727987;--text:#f2f4f7;--quiet:#a8afbb;--good:#7edba6;--good-bg:#15382a;--wait:#f5c56b;--wait-bg:#3d2f12;--bad:#ff9d94;--shade:#0009;--ink:oklch(from var(--fill) max(l,.77) c h);color-scheme:dark";

/**
 * Colors, type and everything else that all components share. Type is in `em` of the reader's own size. The page's
 * styles end at `.scope`; only `direction` passes through, so that the window is laid out as the page is. `--ink` is
 * the accent as text, moved as far from `--bubble` as white is from it: in light mode to a luminance of .155, in dark
 * mode to a lightness at which each hue is bright enough when painted.
 */
export const tokenStyles = (accent: string | null): string => `
.scope{all:initial;${accentStyles(accent)};${light};display:block;box-sizing:border-box;color:var(--text);font:1em/1.5 var(--meetbot-font,system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif);overflow-wrap:anywhere;line-break:strict}
.dark{${dark}}
@media(prefers-color-scheme:dark){.auto{${dark}}}
*{box-sizing:border-box;margin:0;padding:0;list-style:none}
p,h1,h2,h3,dt,dd{unicode-bidi:plaintext;text-align:match-parent}
h1,h2,h3{font-size:1em;font-weight:600}
button,textarea,input{font:inherit;color:inherit}
button,summary{cursor:pointer;background:none;border:1px solid transparent}
summary::-webkit-details-marker{display:none}
:focus-visible{outline:2px solid;outline-color:var(--ink);outline-offset:-3px}
a{color:var(--ink)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{width:1.25em;height:1.25em;flex:none;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.dock .icon,[open]>summary>.icon{rotate:180deg}
.quiet{color:var(--quiet);font-size:.8125em}
.button,.unfold,.copy{display:flex;align-items:center;justify-content:center;gap:6px}
.button,.unfold,.copy,.retry{min-height:44px;color:var(--ink);font-weight:600}
.button{padding:8px 16px;border:1px solid var(--line);border-radius:12px;background:var(--bg);font-size:.875em;text-decoration:none;text-align:center}
.face,.picture,.tool,.send{display:grid;place-items:center;flex:none;width:44px;height:44px}
.strong{border:var(--rim);background:var(--fill);color:var(--on-fill)}
.strong,.bubble a{outline-offset:2px!important}
`;
