import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import type { Panel } from "./use-panel.ts";

/** Conversations in which the same account was verified, latest first. */
export function EarlierConversations({
  botId,
  earlier,
}: {
  botId: string;
  earlier: Panel["earlier"];
}) {
  const words = useWords("inbox.panel");
  const formats = useFormats();
  const clock = useClock();
  const channels: Record<string, string> = words.channels;
  return (
    <>
      <Text size="xs" c="dimmed" mb={4}>
        {words.earlierNote}
      </Text>
      <ul>
        {earlier.map(({ conversation_id: conversationId, channel, started_at, active_at }) => (
          <li key={conversationId}>
            <Anchor
              size="sm"
              renderRoot={(root) => (
                <Link
                  {...root}
                  to="/bots/$botId/conversations/$conversationId"
                  params={{ botId, conversationId }}
                />
              )}
            >
              {channels[channel] ?? channel}, {clock.moment(started_at)}
            </Anchor>
            <Text size="xs" c="dimmed">
              {words.lastActive({ moment: formats.ago(active_at) })}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
