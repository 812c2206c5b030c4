import { Badge } from "@mantine/core";
import { useAlerts } from "../pages/inbox/alerts/use-alerts.ts";
import { useWatch } from "../pages/inbox/alerts/use-watch.ts";
import { useLive } from "../pages/inbox/data/use-live.ts";
import { useFormats } from "../words/formats.ts";
import { useWords } from "../words/speaking.tsx";

/**
 * Shows how many of a bot's customers wait for a person or for a due answer, and how many notes mention the signed-in
 * operator. Wherever it is mounted, it alerts the operator to new ones.
 */
export function WaitingCount({ botId }: { botId: string }) {
  const words = useWords("parts.shell");
  const formats = useFormats();
  const { data } = useWatch(botId);
  useLive(botId);
  useAlerts(botId, data);
  const count = data?.waitingCount ?? 0;
  const calls = data?.mentions.length ?? 0;
  const shown = formats.number(count);
  const called = formats.number(calls);
  return (
    <>
      {calls > 0 && (
        <Badge size="sm" tt="none" role="img" aria-label={words.called({ count: called })}>
          @{called}
        </Badge>
      )}
      {count > 0 && (
        <Badge
          size="sm"
          circle={count < 10}
          role="img"
          aria-label={words.waiting({ count: shown })}
        >
          {shown}
        </Badge>
      )}
    </>
  );
}
