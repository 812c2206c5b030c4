import { SegmentedControl } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";

/** The channels whose look can be previewed. */
export type LookName = "web-chat" | "messenger";

/** Selects the channel whose look messages are shown in. */
export function LookSwitch(props: { look: LookName; onChange(look: LookName): void }) {
  const words = useWords("fields.look");
  return (
    <SegmentedControl
      aria-label={words.look}
      value={props.look}
      onChange={(chosen) => props.onChange(chosen as LookName)}
      data={(["web-chat", "messenger"] as const).map((value) => ({
        value,
        label: words.looks[value],
      }))}
    />
  );
}
