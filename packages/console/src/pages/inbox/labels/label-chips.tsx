import "./labels.css";
import { VisuallyHidden } from "@mantine/core";
import { type Label, useLabels } from "./labels-data.ts";

/** A label as shown on a conversation. */
export const LabelChip = ({ label }: { label: Label }) => (
  <span className="label-chip" data-color={label.color}>
    {label.name}
  </span>
);

/** Shows a conversation's labels by id, without deleted ones. Beyond `max`, only a count is shown. */
export function LabelChips(props: { botId: string; ids: readonly string[]; max?: number }) {
  const { botId, ids, max = ids.length } = props;
  const labels = useLabels(botId).filter(({ label_id }) => ids.includes(label_id));
  const others = labels.slice(max).map(({ name }) => name);
  if (labels.length === 0) return null;
  return (
    <span className="label-chips">
      {labels.slice(0, max).map((label) => (
        <LabelChip key={label.label_id} label={label} />
      ))}
      {others.length > 0 && (
        <span className="label-more" title={others.join(", ")}>
          <span aria-hidden>+{others.length}</span>
          <VisuallyHidden>{others.join(", ")}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
