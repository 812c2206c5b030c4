import { Group, Text } from "@mantine/core";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";

/** Shows how a figure changed. Color marks good and bad; a symbol and words also show the direction. */
export function Change(props: {
  now: number | null;
  before: number | null;
  isShare: boolean;
  more: "good" | "bad" | null;
  write: (value: number | null) => string;
}) {
  const { now, before, isShare, more, write } = props;
  const words = useWords("overview.main");
  const { percent, number } = useFormats();
  const difference = (now ?? 0) - (before ?? 0);
  const isComparable = now !== null && before !== null && before !== 0;
  const size = isShare
    ? words.points({ points: number(Math.round(Math.abs(difference) * 1000) / 10) })
    : percent(Math.abs(difference) / (before || 1));
  const direction =
    difference > 0 ? `▲ ${words.more({ share: size })}` : `▼ ${words.less({ share: size })}`;
  return (
    <Group gap="0 8px">
      {isComparable && (
        <Text size="sm" fw={600} c={colorOf(difference, more)}>
          {difference === 0 ? words.same : direction}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {words.before({ value: write(before) })}
      </Text>
    </Group>
  );
}

function colorOf(difference: number, more: "good" | "bad" | null): string {
  if (difference === 0 || more === null) return "dimmed";
  const isGood = difference > 0 === (more === "good");
  return isGood ? "var(--overview-good)" : "var(--overview-bad)";
}
