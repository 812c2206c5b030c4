import "uplot/dist/uPlot.min.css";
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import UPlot from "uplot";
import type { Part } from "../data/overview-data.ts";
import { type ChartLook, toOptions } from "./chart-options.ts";
import { type ChartOrder, chartHeight } from "./chart-order.ts";
import { toColumns } from "./to-columns.ts";

interface ChartProps {
  chart: ChartOrder;
  parts: Part[];
  labels: string[];
  /** Description of the chart in words. */
  name: string;
  write: (value: number | null) => string;
  onHover: (part: number | null) => void;
}

/** Draws a chart, and reports which part the pointer is over. Loaded only on pages that show a chart. */
export function Chart({ chart, parts, labels, name, write, onHover }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  const drawn = JSON.stringify([chart.title, toColumns(chart, parts), labels]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` says all that is seen
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const look: ChartLook = { scheme, font: getComputedStyle(element).fontFamily };
    const options = toOptions(chart, labels, write, look, onHover);
    const size = { width: element.clientWidth, height: chartHeight };
    const plot = new UPlot({ ...options, ...size }, toColumns(chart, parts), element);
    const watcher = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: chartHeight });
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      plot.destroy();
      onHover(null);
    };
  }, [drawn, scheme]);
  return <div ref={place} role="img" aria-label={name} style={{ height: chartHeight }} />;
}
