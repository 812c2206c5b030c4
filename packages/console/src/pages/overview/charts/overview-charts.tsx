import { SimpleGrid } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { Overview, Part } from "../data/overview-data.ts";
import { ChartCard } from "./chart-card.tsx";
import type { ChartOrder } from "./chart-order.ts";

/** The figures over the days. */
export function OverviewCharts({ overview }: { overview: Overview }) {
  const charts = useCharts();
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      {charts.map((chart) => (
        <ChartCard key={chart.title} chart={chart} overview={overview} />
      ))}
    </SimpleGrid>
  );
}

function useCharts(): ChartOrder[] {
  const { charts: words } = useWords("overview.main");
  return [
    {
      title: words.conversations,
      kind: "stack",
      series: [
        { label: words.selfServed, color: "good", read: (part) => part.self_served },
        { label: words.leftAfterRefusal, color: "bad", read: (part) => part.left_after_refusal },
        { label: words.handedOver, color: "attention", read: (part) => part.handed_over },
        { label: words.other, color: "plain", read: othersOf },
      ],
    },
    {
      title: words.questions,
      kind: "stack",
      series: [
        { label: words.answered, color: "good", read: (part) => part.answered },
        { label: words.notFound, color: "attention", read: (part) => part.not_found },
        { label: words.unavailable, color: "bad", read: (part) => part.unavailable },
      ],
    },
    {
      title: words.time,
      kind: "lines",
      series: [
        { label: words.p50, color: "plain", read: (part) => part.p50_ms },
        { label: words.p95, color: "attention", read: (part) => part.p95_ms },
      ],
    },
    {
      title: words.utterances,
      kind: "stack",
      series: [
        { label: words.understood, color: "good", read: understoodOf },
        { label: words.otherTopic, color: "attention", read: (part) => part.other_topics },
        { label: words.notUnderstood, color: "bad", read: (part) => part.not_understood },
      ],
    },
  ];
}

const othersOf = (part: Part) =>
  Math.max(0, part.conversations - part.self_served - part.left_after_refusal - part.handed_over);

/** Something can be counted as not understood a moment after it was written. */
const understoodOf = (part: Part) =>
  Math.max(0, part.utterances - part.not_understood - part.other_topics);
