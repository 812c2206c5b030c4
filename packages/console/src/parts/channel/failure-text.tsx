import { Stack, Text } from "@mantine/core";

interface Failure {
  class: string | null;
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** What each class of failure means on a channel, and what to do. */
export interface FailureTongue {
  what: Readonly<Record<string, string>>;
  todo: Readonly<Record<string, string>>;
  number(places: { code: string }): string;
  /** Of a platform that gives a trace. */
  numbers?(places: { code: string; trace: string }): string;
}

/** A failure of a platform's in words, what to do, and the numbers that its support asks for. */
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
