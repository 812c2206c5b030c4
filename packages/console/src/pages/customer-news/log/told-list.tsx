import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  describeReason,
  type NewsState,
  nameChannel,
  nameStatus,
  type Recipient,
} from "../../../parts/news/news-names.ts";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { type Tone, ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { pushQuery } from "../data/news-data.ts";

export const stateTones: Record<NewsState, Tone> = {
  accepted: "wait",
  held: "wait",
  queued: "wait",
  sent: "good",
  delivered: "good",
  read: "good",
  skipped: "quiet",
  failed: "bad",
  expired: "quiet",
};

/** Shows for each conversation that a push was for: the state of the update, how it is sent, and why. */
export function ToldList({ botId, pushId }: { botId: string; pushId: string }) {
  const words = useWords("customer-news.main");
  const push = useQuery(pushQuery(botId, pushId));
  return (
    <QueryView query={push} height={72}>
      {({ told, recipients }) =>
        told.length === 0 ? (
          <Text size="sm" c="dimmed">
            {recipients === 0 ? words.nobody : words.noneLeft}
          </Text>
        ) : (
          <ul className="news-told" aria-label={words.recipients}>
            {told.map((one) => (
              <ToldRow key={one.conversation_id} botId={botId} told={one} />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function ToldRow({ botId, told }: { botId: string; told: Recipient }) {
  const words = useWords("news");
  const { toConversation } = useWords("customer-news.main");
  const formats = useFormats();
  const { state, way, status, channel, at, conversation_id: conversationId } = told;
  const facts = [
    nameChannel(channel, words),
    ...(status === null ? [] : [nameStatus(status, words)]),
    ...(way === null ? [] : [words.ways[way]]),
    formats.dateTime(at),
  ];
  const reason = describeReason(told, words);
  return (
    <li>
      <Stack gap={2}>
        <Group gap="xs">
          <ToneBadge tone={stateTones[state]} size="sm">
            {words.states[state]}
          </ToneBadge>
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(root) => (
              <Link
                {...root}
                to="/bots/$botId/conversations/$conversationId"
                params={{ botId, conversationId }}
              />
            )}
          >
            {toConversation}
          </Anchor>
          <Text span size="sm" c="dimmed">
            {facts.join(" · ")}
          </Text>
        </Group>
        {reason && <Text size="sm">{reason}</Text>}
      </Stack>
    </li>
  );
}
