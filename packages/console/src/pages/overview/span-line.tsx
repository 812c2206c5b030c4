import { Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { useDayFormats } from "./charts/day-formats.ts";
import type { Overview } from "./data/overview-data.ts";
import { overviewWords } from "./data/overview-words.ts";

/** Which days are shown, in whose time, and beside which others. */
export function SpanLine({ overview }: { overview: Overview }) {
  const words = useWords(overviewWords);
  const { from, to, time_zone: zone, previous, until } = overview;
  const { day } = useDayFormats(zone);
  const strictSince = overview.strict_since?.slice(0, 10);
  const isGoingOn = Date.now() - Date.parse(until) < 60 * 60_000;
  return (
    <Text size="sm" c="dimmed" role="status">
      <Text span fw={600} c="var(--mantine-color-text)">
        {words.span(day(from), day(to))}
      </Text>
      {isGoingOn && ` ${words.soFar}`}
      {` · ${words.comparedWith(words.span(day(previous.from), day(previous.to)))}`}
      {` · ${words.zone(zone)}`}
      {strictSince && previous.from < strictSince && (
        <Text span display="block">
          {words.strictSince(day(strictSince))}
        </Text>
      )}
    </Text>
  );
}
