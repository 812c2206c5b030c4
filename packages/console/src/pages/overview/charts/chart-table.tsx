import { ScrollArea, Table } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { Overview } from "../data/overview-data.ts";
import { type ChartOrder, chartHeight } from "./chart-order.ts";

/** The numbers of a chart, the newest first. */
export function ChartTable(props: {
  chart: ChartOrder;
  overview: Overview;
  labels: string[];
  write: (value: number | null) => string;
}) {
  const { chart, overview, labels, write } = props;
  const words = useWords("overview.main");
  const rows = overview.series.map((part, nth) => ({ part, label: labels[nth] })).reverse();
  return (
    <ScrollArea
      h={chartHeight + 30}
      type="auto"
      viewportProps={{
        tabIndex: 0,
        role: "region",
        "aria-label": words.tableOf({ title: chart.title }),
      }}
    >
      <Table stickyHeader striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{overview.unit === "day" ? words.byDay : words.byHour}</Table.Th>
            {chart.series.map(({ label }) => (
              <Table.Th key={label} scope="col" ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ part, label }) => (
            <Table.Tr key={part.at}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              {chart.series.map(({ label, read }) => (
                <Table.Td key={label} ta="right" className="number-cell">
                  {write(read(part))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
