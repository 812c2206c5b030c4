import { NativeSelect } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import { useLabels } from "./labels-data.ts";

/** Filters the list by label; hidden if the bot has no labels. */
export function LabelFilter(props: {
  botId: string;
  value: string | undefined;
  onChange(label: string | undefined): void;
}) {
  const { botId, value, onChange } = props;
  const words = useWords("inbox.labels");
  const labels = useLabels(botId);
  if (labels.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={words.filter}
      value={value ?? ""}
      data={[
        { value: "", label: words.all },
        ...labels.map(({ label_id, name }) => ({ value: label_id, label: name })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}
