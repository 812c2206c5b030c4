const light =
  "--bg:#fff;--bubble:#f1f3f6;--line:#e2e5ea;--edge:#848b98;--text:#15181e;--quiet:#5a616e;--good:#12693c;--good-bg:#e4f5eb;--wait:#7a4a00;--wait-bg:#fdf0d5;--bad:#b3261e;--shade:#0b132433;--ink:color(from var(--fill) xyz calc(x*min(1,.155/y)) min(y,.155) calc(z*min(1,.155/y)));color-scheme:light";

const dark =
  "--bg:#16181d;--bubble:#262a32;--line:#323741;--edge:#727987;--text:#f2f4f7;--quiet:#a8afbb;--good:#7edba6;--good-bg:#15382a;--wait:#f5c56b;--wait-bg:#3d2f12;--bad:#ff9d94;--shade:#0009;--ink:oklch(from var(--fill) max(l,.77) c h);color-scheme:dark";

/**
 * The accent, which the page may overrule, and what is readable on it: white, or black from where
 * white has less than the 4.5:1 of https://www.w3.org/TR/WCAG22/#contrast-minimum. `y` is the very
 * luminance that WCAG means. `--ink` is the accent as text, moved as far from `--bubble`: in the light
 * to a luminance of .155, in the dark to a lightness at which each hue is bright enough when painted.
 */
const accents = (accent: string) =>
  `--fill:rgb(from var(--meetbot-accent,${accent}) r g b/1);--on-fill:color(from var(--fill) xyz calc((.18 - y)*1e9) calc((.18 - y)*1e9) calc((.18 - y)*1e9))`;

/**
 * Colors, type and what all components share. Type is in `em` of the reader's own size. The page's
 * styles end at `.scope`; `direction` alone comes through: the window is laid out as the page is.
 */
export const tokenStyles = (accent: string): string => `
.scope{all:initial;${accents(accent)};${light};display:block;box-sizing:border-box;color:var(--text);font:1em/1.5 var(--meetbot-font,system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif);overflow-wrap:anywhere;line-break:strict}
.dark{${dark}}
@media(prefers-color-scheme:dark){.auto{${dark}}}
*{box-sizing:border-box;margin:0;padding:0;list-style:none}
p,h1,h2,h3,dt,dd{unicode-bidi:plaintext;text-align:match-parent}
h1,h2,h3{font-size:1em;font-weight:600}
button,textarea,input{font:inherit;color:inherit}
button,summary{cursor:pointer;background:none;border:1px solid transparent}
summary::-webkit-details-marker{display:none}
:focus-visible{outline:2px solid;outline-color:var(--ink);outline-offset:2px}
a{color:var(--ink)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{width:1.25em;height:1.25em;flex:none;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.to-newest .icon,[open]>.unfold .icon{rotate:180deg}
.quiet{color:var(--quiet);font-size:.8125em}
.button,.unfold,.copy,.to-newest{display:flex;align-items:center;justify-content:center;gap:6px}
.button,.unfold,.copy,.chip,.retry{min-height:44px;color:var(--ink);font-weight:600}
.button{padding:8px 16px;border:1px solid var(--line);border-radius:12px;background:var(--bg);font-size:.875em;text-decoration:none;text-align:center}
.face,.picture,.tool,.send{display:grid;place-items:center;flex:none;width:44px;height:44px}
.strong{background:var(--fill);color:var(--on-fill);border-color:transparent}
`;
