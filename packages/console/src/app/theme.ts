import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Meetbot's blue, taken from the chat window; shade 7 is used on white, shade 3 on black. */
const meetbot: MantineColorsTuple = [
  "#eef3ff",
  "#dbe4ff",
  "#b8c8fb",
  "#93abf8",
  "#7390f4",
  "#5377ef",
  "#3c64ea",
  "#2f5bea",
  "#2349c6",
  "#19379a",
];

/** Slate instead of Mantine's neutral grays: 7 is a surface, 4 a border, 0 a text. */
const dark: MantineColorsTuple = [
  "#dfe3ea",
  "#b8bfcb",
  "#8f97a6",
  "#646d7d",
  "#3a414e",
  "#303743",
  "#262c36",
  "#1c2129",
  "#161a21",
  "#11141a",
];

export const theme = createTheme({
  primaryColor: "meetbot",
  primaryShade: { light: 7, dark: 6 },
  colors: { meetbot, dark },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  // Latin fonts come first: in Chinese fonts, the dots of masked values are twice as wide.
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC", monospace',
  headings: { fontWeight: "650" },
  components: { Badge: { defaultProps: { tt: "none" } } },
});

/** Letters on a light ground of their own color: Mantine's are too faint for small words. */
const lettersOnLight = {
  blue: "#1457a0",
  cyan: "#0a5a69",
  grape: "#7a2492",
  gray: "#3f4754",
  green: "#1d6530",
  indigo: "#3044b5",
  lime: "#456000",
  meetbot: "#2145b8",
  orange: "#933a04",
  pink: "#9c1f53",
  red: "#b01e1e",
  teal: "#085f48",
  violet: "#5330b0",
  yellow: "#7d4a00",
};

/**
 * Colors that can be read: 4.5 to 1 is the least (WCAG 2.2, 1.4.3), also for dimmed text on our
 * grounds and for marks.
 */
export const colorVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#586071",
    "--mantine-color-placeholder": "#6b7280",
    "--mantine-color-error": "#c22525",
    ...lettersOf((color) => lettersOnLight[color]),
  },
  dark: {
    "--mantine-color-dimmed": "#a9b0bd",
    "--mantine-color-placeholder": "#9aa1ae",
    "--mantine-color-error": "#ff8787",
    ...lettersOf((color) => `var(--mantine-color-${color}-2)`),
    ...groundsOf("light", 32),
    ...groundsOf("light-hover", 44),
    "--mantine-color-gray-light": "#303743",
    "--mantine-color-gray-light-hover": "#3a414e",
  },
});

function lettersOf(letter: (color: keyof typeof lettersOnLight) => string): Record<string, string> {
  const colors = Object.keys(lettersOnLight) as (keyof typeof lettersOnLight)[];
  return Object.fromEntries(
    colors.map((color) => [`--mantine-color-${color}-light-color`, letter(color)]),
  );
}

/** Returns dark backgrounds with a slight tint: Mantine's are so strong that they drown out everything else. */
function groundsOf(kind: "light" | "light-hover", percent: number): Record<string, string> {
  return Object.fromEntries(
    Object.keys(lettersOnLight).map((color) => [
      `--mantine-color-${color}-${kind}`,
      `color-mix(in srgb, var(--mantine-color-${color}-9) ${percent}%, var(--mantine-color-dark-7))`,
    ]),
  );
}
