import { Alert } from "@mantine/core";
import { useMe } from "../../../access/me.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { InboxDesk } from "../data/inbox-data.ts";
import { useClock } from "../data/use-clock.ts";
import { formatPerson } from "../words/say-names.ts";
import { overtaken } from "./what-happened.ts";

/** Notifies the previous holder that a colleague has taken over the conversation. */
export function TakenOverLine({ row }: { row: InboxDesk }) {
  const words = useWords("inbox.main");
  const clock = useClock();
  const own = useMe().data?.operator?.id ?? null;
  const move = overtaken(row, own);
  return (
    <div role="status">
      {move?.by && (
        <Alert color="yellow" variant="light" p="xs" mx="sm" mb={6}>
          {words.overtaken({ name: formatPerson(move.by, own, words), at: clock.time(move.at) })}
        </Alert>
      )}
    </div>
  );
}
