/** Readable in both schemes, and nobody's brand. */
const defaultAccent = "#2f5bea";

/**
 * The shop's color, which the page may overrule, for the launcher and the window alike; one that is
 * no `#rrggbb` is the default. On it stands white, or black from where white has less than the 4.5:1
 * of https://www.w3.org/TR/WCAG22/#contrast-minimum: `y` is the very luminance that WCAG means. The
 * rim is what a white bubble on white, or a black one on black, is still seen by.
 */
export function accentStyles(accent: string | null): string {
  const color = accent && /^#[\da-f]{6}$/i.test(accent) ? accent : defaultAccent;
  return `--fill:rgb(from var(--meetbot-accent,${color}) r g b/1);--on-fill:color(from var(--fill) xyz calc((.18 - y)*1e9) calc((.18 - y)*1e9) calc((.18 - y)*1e9));--rim:1px solid #8885`;
}
