/** Readable in both color schemes, and not the color of any brand. */
const defaultAccent = "#2f5bea";

/**
 * Returns the styles of the shop's color, which the page may override, for the launcher and the window alike; a color
 * that is no `#rrggbb` becomes the default. Text on it is white, or black where white has less than the 4.5:1 of
 * https://www.w3.org/TR/WCAG22/#contrast-minimum: `y` is exactly the luminance that WCAG defines. The rim keeps a white
 * bubble on white, or a black one on black, visible.
 */
export function accentStyles(accent: string | null): string {
  const color = accent && /^#[\da-f]{6}$/i.test(accent) ? accent : defaultAccent;
  return `--fill:rgb(from var(--meetbot-accent,${color}) r g b/1);--on-fill:color(from var(--fill) xyz calc((.18 - y)*1e9) calc((.18 - y)*1e9) calc((.18 - y)*1e9));--rim:1px solid #8885`;
}
