import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { QueryView } from "../../parts/page/query-view.tsx";
import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type Sent, sentQuery } from "./notifications-data.ts";

/** The latest alerts sent to a destination, loaded on request. */
export function SentList({ botId, alertId }: { botId: string; alertId: string }) {
  const words = useWords("notifications");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Text span size="sm" fw={500}>
          {words.deliveries}
        </Text>
      </summary>
      {isOpen && <Loaded botId={botId} alertId={alertId} />}
    </details>
  );
}

function Loaded({ botId, alertId }: { botId: string; alertId: string }) {
  const words = useWords("notifications");
  const sent = useQuery(sentQuery(botId, alertId));
  return (
    <QueryView query={sent} height={96}>
      {({ data }) =>
        data.length === 0 ? (
          <Text size="sm" c="dimmed" mt="xs">
            {words.noDeliveries}
          </Text>
        ) : (
          <Stack component="ul" gap="xs" mt="xs" m={0} p={0} style={{ listStyle: "none" }}>
            {data.map((one) => (
              <SentRow key={one.event_id} botId={botId} one={one} />
            ))}
          </Stack>
        )
      }
    </QueryView>
  );
}

const tones: Record<Sent["status"], Tone> = {
  sent: "good",
  waiting: "wait",
  given_up: "bad",
  skipped: "quiet",
};

function SentRow({ botId, one }: { botId: string; one: Sent }) {
  const words = useWords("notifications");
  const formats = useFormats();
  const { status, type, at, tries, next_at: nextAt, problem, conversation_id: conversation } = one;
  const facts = [
    formats.dateTime(at),
    ...(tries > 0 ? [words.tries({ count: tries })] : []),
    ...(nextAt && tries > 0 ? [words.nextTry({ at: formats.dateTime(nextAt) })] : []),
    ...(problem ? [problem] : []),
  ];
  return (
    <li>
      <Group gap="xs">
        <ToneBadge tone={tones[status]} size="sm">
          {words.statuses[status]}
        </ToneBadge>
        <Text size="sm">{words.eventNames[type]}</Text>
        {conversation && (
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(root) => (
              <Link
                {...root}
                to="/bots/$botId/inbox"
                params={{ botId }}
                search={{ conversation }}
              />
            )}
          >
            {words.toConversation}
          </Anchor>
        )}
      </Group>
      <Text size="sm" c="dimmed" className="any-text">
        {facts.join(" · ")}
      </Text>
    </li>
  );
}
