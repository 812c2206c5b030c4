/** The meaning of a chart color; `plain` has none. */
export type ChartColor = "plain" | "good" | "attention" | "bad";

/**
 * Each color has at least 3:1 contrast on our backgrounds, and the colors differ without relying on red versus green
 * (WCAG 2.2, 1.4.11).
 */
export const chartColors: Record<"light" | "dark", Record<ChartColor, string>> = {
  light: { plain: "#3c64ea", good: "#12805c", attention: "#b26a00", bad: "#b3261e" },
  dark: { plain: "#7390f4", good: "#4cc38a", attention: "#f0b455", bad: "#ff8a80" },
};
