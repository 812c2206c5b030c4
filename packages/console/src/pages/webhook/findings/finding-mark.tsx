import { VisuallyHidden } from "@mantine/core";
import { type Icon, IconOf } from "../../../parts/page/icons.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { RunFinding } from "../data/webhook-data.ts";

const marks: Record<RunFinding["status"], { icon: Icon; look: string }> = {
  pass: { icon: "check", look: "good-text" },
  fail: { icon: "close", look: "bad-text" },
  warn: { icon: "warning", look: "warn-text" },
  skipped: { icon: "skip", look: "" },
};

/** A finding's result, as an icon and in words. */
export function FindingMark({ status }: { status: RunFinding["status"] }) {
  const words = useWords("webhook.run");
  const { icon, look } = marks[status];
  return (
    <span className={`status-mark ${look}`}>
      <IconOf icon={icon} size={16} />
      <VisuallyHidden>{words.statuses[status]}</VisuallyHidden>
    </span>
  );
}
