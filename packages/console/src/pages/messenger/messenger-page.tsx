import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { AgainSection } from "../../parts/channel/again-section.tsx";
import { ChannelFrame, channelHeight } from "../../parts/channel/channel-frame.tsx";
import { messengerQuery } from "../../parts/channel/channel-query.ts";
import { DisconnectSection } from "../../parts/channel/disconnect-section.tsx";
import { LettersSection } from "../../parts/channel/letters-section.tsx";
import { Told } from "../../parts/channel/told.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { ConnectSection } from "./connect-section.tsx";
import type { Disconnected } from "./messenger-data.ts";
import { MessengerProfile } from "./messenger-profile.tsx";
import { StatusSection } from "./status-section.tsx";
import { WebhookSection } from "./webhook-section.tsx";

/** A bot's Facebook Page. */
export function MessengerPage() {
  const words = useWords("messenger.main");
  return (
    <ChannelFrame title={words.title} text={words.text} docs="messenger/">
      {(bot) => <Sections key={bot.bot_id} bot={bot} />}
    </ChannelFrame>
  );
}

function Sections({ bot }: { bot: Bot }) {
  const words = useWords("messenger.main");
  const failures = useWords("messenger.failures");
  const { locale } = useSpeaking();
  const messenger = useQuery(messengerQuery(bot.bot_id));
  /** Only here, and only until the page is left. */
  const [verifyToken, setVerifyToken] = useState<string | null>(null);
  const [ended, setEnded] = useState<Disconnected | null>(null);
  const { role } = bot;
  const isOwner = role === "owner";
  const isNew = verifyToken !== null;
  const onConnected = (token: string) => {
    setVerifyToken(token);
    setEnded(null);
  };
  const onDisconnected = (told: Disconnected) => {
    setVerifyToken(null);
    setEnded(told);
  };
  return (
    <QueryView query={messenger} height={channelHeight}>
      {(state) => {
        const { page } = state;
        return (
          <Stack maw={880} gap="md">
            {role === "viewer" && <ViewerNotice />}
            <Told
              text={
                page
                  ? isNew && words.connectedNow({ name: page.name ?? page.page_id })
                  : ended && words.disconnected
              }
              note={page ? null : ended?.problem?.[locale]}
            />
            {page ? (
              <>
                <StatusSection bot={bot} page={page} />
                <WebhookSection state={state} verifyToken={verifyToken} />
              </>
            ) : (
              <ConnectSection bot={bot} onConnected={onConnected} />
            )}
            <MessengerProfile bot={bot} isConnected={page !== null} />
            {(page || ended) && <LettersSection bot={bot} channel="messenger" tongue={failures} />}
            {role === "editor" && (
              <Text size="sm" c="dimmed">
                {words.ownersOnly}
              </Text>
            )}
            {page && isOwner && (
              <>
                <AgainSection words={words}>
                  {(close) => (
                    <ConnectForm
                      botId={bot.bot_id}
                      pageId={page.page_id}
                      onCancel={close}
                      onConnected={(token) => {
                        close();
                        onConnected(token);
                      }}
                    />
                  )}
                </AgainSection>
                <DisconnectSection
                  botId={bot.bot_id}
                  name={page.name ?? page.page_id}
                  words={words}
                  disconnect={() =>
                    api("DELETE /bots/{bot_id}/messenger/page", { path: { bot_id: bot.bot_id } })
                  }
                  onDisconnected={onDisconnected}
                />
              </>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
