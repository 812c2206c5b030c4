import { Button, Group, Stack, Text } from "@mantine/core";
import { useMe } from "../../../access/me.ts";
import { Dialog } from "../../../parts/form/dialog.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { InboxDesk, InboxRow } from "../data/inbox-data.ts";
import { useClock } from "../data/use-clock.ts";
import { formatPerson } from "../words/say-names.ts";
import { heldSince } from "./what-happened.ts";

/** Shows which colleague holds the conversation and since when, and asks whether to take it over. */
export function HeldDialog(props: {
  by: InboxRow | null;
  /** Changes of who answers, as far as the page has them. */
  moves: InboxDesk["moves"];
  /** Whether the agent was about to send a message. */
  isSaying?: boolean;
  confirm: string;
  onConfirm(): void;
  onClose(): void;
}) {
  const { by, moves, isSaying = false, confirm, onConfirm, onClose } = props;
  const words = useWords("inbox.main");
  const clock = useClock();
  const own = useMe().data?.operator?.id ?? null;
  const name = by?.held_by ? formatPerson(by.held_by, own, words) : words.somebody;
  const heldAt = by && heldSince({ ...by, moves });
  const since = heldAt ? clock.moment(heldAt) : "";
  return (
    <Dialog isOpen={by !== null} title={words.heldTitle({ name, since })} onClose={onClose}>
      <Stack>
        <Text size="sm">
          {words.heldText({ name })} {isSaying && words.heldKept}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
          <Button onClick={onConfirm}>{confirm}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
