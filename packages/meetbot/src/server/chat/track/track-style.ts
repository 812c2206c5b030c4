import { createHash } from "node:crypto";

/** The chat window's default color: readable in both color schemes, and no brand's color. */
const defaultAccent = "#2f5bea";

/** White text on a lighter color has a contrast below 4.5:1. */
const lightest = 0.18;

/** The page's style in the shop's color. One that is no `#rrggbb` is the default. */
export function trackStyle(accent: string | null): string {
  const fill = accent && /^#[\da-f]{6}$/i.test(accent) ? accent : defaultAccent;
  const onFill = luminanceOf(fill) > lightest ? "#000" : "#fff";
  return `:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;color:light-dark(#1d2330,#e9ecf2);background:light-dark(#f4f6fa,#14171d);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main{width:min(36rem,100% - 1.5rem);margin:clamp(.75rem,4vh,3rem) auto;padding:clamp(1.25rem,5vw,2.25rem);background:light-dark(#fff,#1e222b);border-radius:1.25rem;box-shadow:0 1px 3px #0002,0 8px 32px #0001}
h1{margin:0;font-size:clamp(1.4rem,5vw,1.9rem);line-height:1.25}
h2{margin:0 0 .5rem;font-size:1.15rem}
h3{margin:0;font-size:1rem}
p,ul,ol{margin:.6rem 0 0}
section{margin-top:1.5rem}
.shop{margin-top:.15rem}
.shop,.hint{color:light-dark(#4b5568,#b4bccb)}
.notice{padding:.75rem 1rem;border:1px solid light-dark(#c98a00,#e0b04a);border-radius:.75rem}
article{margin-top:.9rem;padding:1rem;border:1px solid light-dark(#d5dbe6,#3a414e);border-radius:.9rem}
article ul{padding:0;list-style:none}
label{display:block;margin-top:1rem;font-weight:600}
input{display:block;width:100%;min-height:2.9rem;margin-top:.3rem;padding:.5rem .8rem;color:inherit;background:light-dark(#fff,#14171d);border:1px solid light-dark(#7a8496,#8b95a7);border-radius:.75rem;font:inherit;font-size:max(1rem,16px)}
button,.go{display:inline-block;min-height:2.75rem;margin-top:1rem;padding:.55rem 1.2rem;color:${onFill};background:${fill};border:1px solid #8885;border-radius:.75rem;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.choices{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
.choices button,.quiet{margin-top:0;color:inherit;background:transparent;border-color:light-dark(#7a8496,#8b95a7)}
a{color:light-dark(#244fc4,#9db8ff);text-underline-offset:.2em}
a.go{color:${onFill}}
:focus-visible{outline:3px solid light-dark(#1d2330,#fff);outline-offset:2px}
footer{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin-top:1.75rem;padding-top:1rem;border-top:1px solid light-dark(#dde2eb,#363c48)}
footer a,nav a{display:inline-block;padding:.4rem 0}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
@media (forced-colors:active){button,.go,article{border:1px solid}}`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Returns the content security policy: allows the page's style by its hash, and forms to its own address. No site may
 * frame the page.
 */
export const policyFor = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
