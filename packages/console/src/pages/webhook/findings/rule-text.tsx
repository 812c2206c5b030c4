import { Code } from "@mantine/core";

/** Renders the text of a rule, with names in backticks as code. */
export function RuleText({ text }: { text: string }) {
  const parts = text.split("`");
  return parts.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name.
    at % 2 === 1 ? <Code key={at}>{part}</Code> : <span key={at}>{part}</span>,
  );
}
