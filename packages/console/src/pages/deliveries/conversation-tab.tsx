import { Button, Code, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";

/** Links to the conversation around a delivery. */
export function ConversationTab({ botId, delivery }: { botId: string; delivery: Detail }) {
  const words = useWords("deliveries").drawer;
  const { conversation_id: conversationId, message_seq: message, replay_of } = delivery;
  return (
    <Stack gap="sm" align="flex-start">
      <Code>{conversationId}</Code>
      <Text size="sm" c="dimmed">
        {replay_of ? words.byOperator : words.ofConversation}
        {message !== null && ` ${words.message({ seq: message })}`}
      </Text>
      <Button
        size="xs"
        renderRoot={(root) => (
          <Link
            {...root}
            to="/bots/$botId/conversations/$conversationId"
            params={{ botId, conversationId }}
            search={message === null ? {} : { message }}
          />
        )}
      >
        {words.openConversation}
      </Button>
    </Stack>
  );
}
