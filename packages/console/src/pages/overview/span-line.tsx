import { Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { useDayFormats } from "./charts/day-formats.ts";
import type { Overview } from "./data/overview-data.ts";

/** Shows the period, its time zone, and the period it is compared with. */
export function SpanLine({ overview }: { overview: Overview }) {
  const words = useWords("overview.main");
  const { from, to, time_zone: zone, previous, until } = overview;
  const { day } = useDayFormats(zone);
  const span = (first: string, last: string) =>
    first === last ? day(first) : words.span({ from: day(first), to: day(last) });
  const strictSince = overview.strict_since?.slice(0, 10);
  const isGoingOn = Date.now() - Date.parse(until) < 60 * 60_000;
  return (
    <Text size="sm" c="dimmed" role="status">
      <Text span fw={600} c="var(--mantine-color-text)">
        {span(from, to)}
      </Text>
      {isGoingOn && ` ${words.soFar}`}
      {` · ${words.comparedWith({ span: span(previous.from, previous.to) })}`}
      {` · ${words.zone({ zone })}`}
      {strictSince && previous.from < strictSince && (
        <Text span display="block">
          {words.strictSince({ day: day(strictSince) })}
        </Text>
      )}
    </Text>
  );
}
