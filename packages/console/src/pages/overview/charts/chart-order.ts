import type { Part } from "../data/overview-data.ts";
import type { ChartColor } from "./chart-colors.ts";

export const chartHeight = 220;

export interface ChartSeries {
  label: string;
  color: ChartColor;
  read: (part: Part) => number | null;
}

/** What a chart shows: parts of a whole on one another, or lines of milliseconds. */
export interface ChartOrder {
  title: string;
  kind: "stack" | "lines";
  series: ChartSeries[];
}
