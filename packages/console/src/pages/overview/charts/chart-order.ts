import type { Part } from "../data/overview-data.ts";
import type { ChartColor } from "./chart-colors.ts";

export const chartHeight = 220;

export interface ChartSeries {
  label: string;
  color: ChartColor;
  read: (part: Part) => number | null;
}

/** What a chart shows: stacked parts of a whole, or lines in milliseconds. */
export interface ChartOrder {
  title: string;
  kind: "stack" | "lines";
  series: ChartSeries[];
}
