import { Stack, Text } from "@mantine/core";

interface Failure {
  class: string | null;
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** The meaning of each failure class on a channel, and its fix. */
export interface FailureTongue {
  what: Readonly<Record<string, string>>;
  todo: Readonly<Record<string, string>>;
  number(places: { code: string }): string;
  /** For a platform that returns a trace. */
  numbers?(places: { code: string; trace: string }): string;
}

/** Describes a platform failure, its fix, and the numbers that the platform's support asks for. */
export function FailureText(props: { failure: Failure | null; at?: string; words: FailureTongue }) {
  const { failure, at, words } = props;
  const why = failure?.class ?? "none";
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {words.what[why] ?? words.what.none}
        {at && (
          <Text span size="sm" c="dimmed" fw={400}>
            {" "}
            · {at}
          </Text>
        )}
      </Text>
      <Text size="sm">{words.todo[why] ?? words.todo.none}</Text>
      {failure && failure.code !== null && (
        <Text size="xs" c="dimmed" className="any-text" translate="no">
          {failure.trace !== null && words.numbers
            ? words.numbers({ code: numberOf(failure), trace: failure.trace })
            : words.number({ code: numberOf(failure) })}
        </Text>
      )}
    </Stack>
  );
}

function numberOf({ code, subcode }: Failure): string {
  return subcode === null ? `${code}` : `${code}/${subcode}`;
}
