import { Anchor, Badge, Group, Paper, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { useWords } from "../../words/speaking.tsx";
import { formatDuration } from "../deliveries/format-duration.ts";
import type { ShownDelivery } from "./use-conversation.ts";

/** A query at its place in the conversation, with a link to its full record. */
export function AskedDelivery({ botId, delivery }: { botId: string; delivery: ShownDelivery }) {
  const words = useWords("conversations").one;
  const durations = useWords("deliveries");
  const { delivery_id: id, method, outcome, http_status, duration_ms, replay_of } = delivery;
  return (
    <Paper withBorder px="sm" py={6}>
      <Group gap="xs">
        <OutcomeBadge outcome={outcome} />
        {replay_of && (
          <Badge variant="outline" color="gray" size="sm">
            {words.replay}
          </Badge>
        )}
        <Text span size="xs">
          {method} · {http_status ?? durations.notAsked} · {formatDuration(duration_ms, durations)}
        </Text>
        <Anchor
          size="xs"
          ff="monospace"
          truncate
          maw="100%"
          aria-label={words.deliveryOf({ id })}
          renderRoot={(root) => (
            <Link
              {...root}
              to="/bots/$botId/deliveries"
              params={{ botId }}
              search={{ conversation: delivery.conversation_id, delivery: id }}
            />
          )}
        >
          {id}
        </Anchor>
      </Group>
    </Paper>
  );
}
