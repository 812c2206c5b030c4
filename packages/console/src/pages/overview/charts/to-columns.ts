import type { AlignedData } from "uplot";
import type { Part } from "../data/overview-data.ts";
import type { ChartOrder } from "./chart-order.ts";

/**
 * Returns the numbers in uPlot's format: the positions of the parts, and a column for each series. Stacked series are
 * summed, and the total comes first, because series drawn later partly cover it.
 */
export function toColumns({ kind, series }: ChartOrder, parts: readonly Part[]): AlignedData {
  const places = parts.map((_, nth) => nth);
  const values = series.map(({ read }) => parts.map(read));
  if (kind === "lines") return [places, ...values];
  const sums = values.map((_, upTo) =>
    parts.map((_, nth) =>
      values.slice(0, upTo + 1).reduce((sum, column) => sum + (column[nth] ?? 0), 0),
    ),
  );
  return [places, ...sums.reverse()];
}
