import { Stack, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { failureWords } from "./failure-words.ts";
import type { FailureClass } from "./messenger-data.ts";

interface Failure {
  class: FailureClass | null;
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** A failure of Meta's in words, what to do, and the numbers that its support asks for. */
export function FailureText({ failure, at }: { failure: Failure | null; at?: string }) {
  const words = useWords(failureWords);
  const why = failure?.class ?? "none";
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {words.what[why]}
        {at && (
          <Text span size="sm" c="dimmed" fw={400}>
            {" "}
            · {at}
          </Text>
        )}
      </Text>
      <Text size="sm">{words.todo[why]}</Text>
      {failure && failure.code !== null && (
        <Text size="xs" c="dimmed" className="any-text" translate="no">
          {words.numbers(numberOf(failure), failure.trace)}
        </Text>
      )}
    </Stack>
  );
}

function numberOf({ code, subcode }: Failure): string {
  return subcode === null ? `${code}` : `${code}/${subcode}`;
}
