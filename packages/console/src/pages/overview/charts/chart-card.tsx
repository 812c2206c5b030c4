import { Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useId, useState } from "react";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Overview } from "../data/overview-data.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { type ChartOrder, chartHeight } from "./chart-order.ts";
import { ChartTable } from "./chart-table.tsx";
import { useDayFormats } from "./day-formats.ts";

const Chart = lazy(() => import("./chart.tsx").then(({ Chart }) => ({ default: Chart })));

/** Renders a chart, and the same data as a table for readers who cannot see it or want the numbers. */
export function ChartCard({ chart, overview }: { chart: ChartOrder; overview: Overview }) {
  const words = useWords("overview.main");
  const id = useId();
  const [isTable, setTable] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const labels = useLabels(overview);
  const write = useValueWriter(chart.kind);
  const summary = useSummary(chart, overview);
  const isEmpty = overview.series.every((part) => chart.series.every(({ read }) => !read(part)));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id={id}>
            {chart.title}
          </Title>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? words.asChart : words.asTable}
          </Button>
        </Group>
        {isTable ? (
          <ChartTable chart={chart} overview={overview} labels={labels} write={write} />
        ) : (
          <>
            <ChartLegend
              chart={chart}
              part={hovered === null ? null : (overview.series[hovered] ?? null)}
              at={hovered === null ? null : (labels[hovered] ?? null)}
              write={write}
            />
            {isEmpty ? (
              <Text c="dimmed" size="sm" h={chartHeight} ta="center" pt={chartHeight / 3}>
                {words.nothingInChart}
              </Text>
            ) : (
              <Suspense fallback={<Skeleton height={chartHeight} />}>
                <Chart
                  chart={chart}
                  parts={overview.series}
                  labels={labels}
                  name={summary}
                  write={write}
                  onHover={setHovered}
                />
              </Suspense>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Returns the label of each part: its day, or its hour, with the day if the range spans several. */
function useLabels({ series, unit, time_zone: zone, from, to }: Overview): string[] {
  const { shortDay, hour } = useDayFormats(zone);
  return series.map(({ at }) => {
    if (unit === "day") return shortDay(at);
    return from === to ? hour(at) : `${shortDay(at)} ${hour(at)}`;
  });
}

function useValueWriter(kind: ChartOrder["kind"]) {
  const words = useWords("overview.main");
  const { number } = useFormats();
  return (value: number | null) => {
    if (value === null) return words.none;
    return kind === "lines" ? words.ms({ value: number(value) }) : number(value);
  };
}

/** Returns a description of the chart in words. */
function useSummary({ title, kind, series }: ChartOrder, { series: parts }: Overview): string {
  const words = useWords("overview.main");
  const write = useValueWriter(kind);
  const told = series.map(({ label, read }) => {
    const values = parts.map(read).filter((value) => value !== null);
    if (kind === "stack")
      return words.inAll({ label, value: write(values.reduce((sum, one) => sum + one, 0)) });
    return words.upTo({ label, value: write(values.length > 0 ? Math.max(...values) : null) });
  });
  return words.summary({ title, parts: told.join(" ") });
}
