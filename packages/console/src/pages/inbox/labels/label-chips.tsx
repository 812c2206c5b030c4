import "./labels.css";
import { type Label, useLabels } from "./labels-data.ts";

/** A label as it stands on a conversation. */
export const LabelChip = ({ label }: { label: Label }) => (
  <span className="label-chip" data-color={label.color}>
    {label.name}
  </span>
);

/** The labels of a conversation, by their ids; those that are gone are left out. */
export function LabelChips({ botId, ids }: { botId: string; ids: readonly string[] }) {
  const labels = useLabels(botId).filter(({ label_id }) => ids.includes(label_id));
  if (labels.length === 0) return null;
  return (
    <span className="label-chips">
      {labels.map((label) => (
        <LabelChip key={label.label_id} label={label} />
      ))}
    </span>
  );
}
