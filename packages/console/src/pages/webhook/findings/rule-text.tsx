import { Code } from "@mantine/core";

/** A text of a rule, in which names stand in backticks. */
export function RuleText({ text }: { text: string }) {
  const parts = text.split("`");
  return parts.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name.
    at % 2 === 1 ? <Code key={at}>{part}</Code> : <span key={at}>{part}</span>,
  );
}
