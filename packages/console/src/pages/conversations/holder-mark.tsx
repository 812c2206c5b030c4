import "./holder-mark.css";
import { Text, VisuallyHidden } from "@mantine/core";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { ConversationRow } from "./use-conversations.ts";

const icons = { bot: "bot", waiting: "bell", person: "account" } as const;

/** Who has a conversation that a person was called to. */
export function HolderMark({
  row: { holder, held_by },
}: {
  row: Pick<ConversationRow, "holder" | "held_by">;
}) {
  const words = useWords("conversations").holders;
  if (holder === null) return null;
  const who =
    held_by?.operator_id === "elsewhere" ? words.elsewhere : (held_by?.name ?? words[holder]);
  return (
    <Text className="holder-mark" span size="xs" c="dimmed" title={words.title({ who })}>
      <IconOf icon={icons[holder]} size={14} />
      <VisuallyHidden>{words.title({ who })}</VisuallyHidden>
      <span aria-hidden>{who}</span>
    </Text>
  );
}
