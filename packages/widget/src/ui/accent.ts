/** The accent color as the window uses it on one background, readable in each use. */
export interface Accent {
  /** Behind text: bubbles and buttons, as the shop chose it. */
  fill: Rgb;
  /** Text on `fill`. */
  onFill: Rgb;
  /** Text, icons and focus rings on the window's own surfaces. */
  ink: Rgb;
}

export type Rgb = [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Readable in both schemes, and nobody's brand. */
const defaultAccent: Rgb = [47, 91, 234];

/** WCAG 2.2 AA for text: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const textContrast = 4.5;

/** The hardest surface on which accent-colored text stands: `--bubble` in `styles/tokens.ts`. */
const surfaces: Record<Scheme, Rgb> = { light: [241, 243, 246], dark: [38, 42, 50] };

type Scheme = "light" | "dark";

/** Works out the accent for one scheme. A color that is no `#rrggbb` is the default. */
export function accentFor(color: string | null, scheme: Scheme): Accent {
  const fill = toRgb(color) ?? defaultAccent;
  const away = scheme === "light" ? black : white;
  let ink = fill;
  for (let share = 1; contrast(ink, surfaces[scheme]) < textContrast; share -= 0.04) {
    ink = fill.map((part, at) => Math.round(away[at]! + (part - away[at]!) * share)) as Rgb;
  }
  return { fill, onFill: contrast(fill, white) >= textContrast ? white : black, ink };
}

/** The contrast of two colors, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a / b, b / a);
}

function toRgb(color: string | null): Rgb | undefined {
  const digits = /^#([\da-f]{6})$/i.exec(color?.trim() ?? "")?.[1];
  return digits?.match(/../g)?.map((part) => Number.parseInt(part, 16)) as Rgb | undefined;
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) =>
    part < 11 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
