import UPlot, { type Axis, type Options, type Series } from "uplot";
import { chartColors } from "./chart-colors.ts";
import type { ChartOrder } from "./chart-order.ts";
import { ticksUpTo } from "./chart-scale.ts";

export interface ChartLook {
  scheme: "light" | "dark";
  font: string;
}

/** A label needs about so much room, in pixels. */
const labelSpace = 76;

/** How a chart is drawn. Parts lie side by side, one step each: an hour more or less moves nothing. */
export function toOptions(
  chart: ChartOrder,
  labels: readonly string[],
  write: (value: number | null) => string,
  look: ChartLook,
  onHover: (part: number | null) => void,
): Omit<Options, "width" | "height"> {
  const { scheme, font } = look;
  const text = scheme === "light" ? "#586071" : "#a9b0bd";
  const grid = scheme === "light" ? "#e3e6ee" : "#2c313b";
  const axis: Axis = {
    stroke: text,
    font: `12px ${font}`,
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
  };
  return {
    legend: { show: false },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: false, range: () => [-0.5, labels.length - 0.5] },
      y: { range: (_, _min, max) => [0, ticksUpTo(max).at(-1) ?? 1] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        space: labelSpace,
        incrs: [1, 2, 3, 4, 6, 7, 12, 14, 24, 28, 56, 91, 182],
        values: (_, places) => places.map((place) => labels[place] ?? ""),
      },
      {
        ...axis,
        size: 64,
        splits: (_, _axis, _min, max) => ticksUpTo(max),
        values: (_, values) => values.map((value) => write(value)),
      },
    ],
    series: [{}, ...drawnSeries(chart, scheme)],
    cursor: { y: false, points: { show: chart.kind === "lines" }, drag: { x: false, y: false } },
    hooks: { setCursor: [({ cursor }) => onHover(cursor.idx ?? null)] },
  };
}

function drawnSeries({ kind, series }: ChartOrder, scheme: ChartLook["scheme"]): Series[] {
  const colors = chartColors[scheme];
  if (kind === "stack") {
    const bars = UPlot.paths.bars?.({ size: [0.72, 40], radius: 0.1 });
    return series.toReversed().map(({ label, color }) => ({
      label,
      fill: colors[color],
      width: 0,
      points: { show: false },
      ...(bars && { paths: bars }),
    }));
  }
  return series.map(({ label, color }, nth) => ({
    label,
    stroke: colors[color],
    width: 2,
    // Dashes distinguish the series without color, too.
    ...(nth > 0 && { dash: [6, 4] }),
    points: { show: true, size: 6, fill: colors[color] },
  }));
}
