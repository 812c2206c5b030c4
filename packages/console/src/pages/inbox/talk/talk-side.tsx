import { Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import { EmptyState, ErrorState, LoadingState } from "../../../parts/page/states.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { deskQuery, isGone } from "../data/inbox-data.ts";
import { useInboxPlace } from "../data/use-inbox-place.ts";
import { type Insert, Talk } from "./talk.tsx";

/** The open conversation, or a hint if none is open. */
export function TalkSide(props: {
  botId: string;
  conversationId: string | undefined;
  insert: RefObject<Insert | null>;
  onAbout(): void;
}) {
  const { conversationId } = props;
  const words = useWords("inbox.main");
  return (
    <div className="inbox-talk">
      {conversationId === undefined ? (
        <Stack align="center" justify="center" h="100%" gap={4}>
          <Text fw={600}>{words.choose}</Text>
          <Text size="sm" c="dimmed">
            {words.chooseText}
          </Text>
        </Stack>
      ) : (
        <OpenTalk key={conversationId} {...props} conversationId={conversationId} />
      )}
    </div>
  );
}

function OpenTalk(props: {
  botId: string;
  conversationId: string;
  insert: RefObject<Insert | null>;
  onAbout(): void;
}) {
  const { botId, conversationId } = props;
  const { listed } = useInboxPlace();
  const words = useWords("inbox.main");
  const desk = useQuery(deskQuery(botId, conversationId));
  if (isGone(desk.error)) {
    return (
      <EmptyState
        icon="inbox"
        title={words.unknown}
        text={words.unknownText}
        action={
          <Button
            variant="default"
            renderRoot={(root) => (
              <Link {...root} to="/bots/$botId/inbox" params={{ botId }} search={listed} state />
            )}
          >
            {words.toList}
          </Button>
        }
      />
    );
  }
  if (!desk.data) {
    return desk.isError ? (
      <ErrorState problem={desk.error} retry={() => void desk.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  return <Talk {...props} row={desk.data} />;
}
