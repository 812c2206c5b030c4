import { Text } from "@mantine/core";
import { useMe } from "../../../access/me.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { InboxDesk } from "../data/inbox-data.ts";
import { useClock, useNow } from "../data/use-clock.ts";
import { formatPerson } from "../words/say-names.ts";
import { isSnoozed } from "./is-snoozed.ts";

/** Shows until when a conversation is snoozed, and who it is assigned to. */
export function TurnLine({ row }: { row: InboxDesk }) {
  const words = useWords("inbox.turns");
  const people = useWords("inbox.main");
  const clock = useClock();
  const own = useMe().data?.operator?.id ?? null;
  const now = useNow();
  const { assigned_to: assigned, snoozed_until: until, snoozed_until_reply: untilReply } = row;
  const isOff = isSnoozed(row, now);
  const moment = isOff && until && clock.moment(until);
  const says = [
    moment && (untilReply ? words.snoozedUntilEither({ moment }) : words.snoozedUntil({ moment })),
    isOff && !moment && words.snoozedUntilReply,
    assigned &&
      (assigned.operator_id === own
        ? words.assignedToYou
        : words.assignedTo({ name: formatPerson(assigned, own, people) })),
  ].filter(Boolean);
  if (says.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {says.join(" · ")}
    </Text>
  );
}
