import { Badge } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { conversationsWords } from "./conversations-words.ts";
import type { Row } from "./use-conversations.ts";

const colors: Record<Row["outcome"], string> = {
  person_asked: "violet",
  answered: "green",
  not_found: "gray",
  shop_did_not_answer: "red",
  nothing_asked: "gray",
};

/** What a conversation came to. */
export function OutcomeMark({ outcome }: { outcome: Row["outcome"] }) {
  const words = useWords(conversationsWords);
  return (
    <Badge
      variant={outcome === "nothing_asked" ? "outline" : "light"}
      color={colors[outcome]}
      tt="none"
      fw={600}
    >
      {words.outcomes[outcome]}
    </Badge>
  );
}
