import { Group, Text, useComputedColorScheme } from "@mantine/core";
import type { Part } from "../data/overview-data.ts";
import { chartColors } from "./chart-colors.ts";
import type { ChartOrder } from "./chart-order.ts";

/** Names the series of each color, and shows its value under the pointer. */
export function ChartLegend(props: {
  chart: ChartOrder;
  part: Part | null;
  at: string | null;
  write: (value: number | null) => string;
}) {
  const { chart, part, at, write } = props;
  const colors = chartColors[useComputedColorScheme("light")];
  return (
    <Group gap="md" mih={22} aria-hidden={part !== null}>
      {chart.series.map(({ label, color, read }) => (
        <Group key={label} gap={6} wrap="nowrap">
          <svg width={12} height={12} aria-hidden="true">
            <rect y={2} width={12} height={8} rx={2} fill={colors[color]} />
          </svg>
          <Text size="xs">
            {label}
            {part && (
              <Text span size="xs" fw={700}>
                {" "}
                {write(read(part))}
              </Text>
            )}
          </Text>
        </Group>
      ))}
      {at && (
        <Text size="xs" c="dimmed" ml="auto">
          {at}
        </Text>
      )}
    </Group>
  );
}
