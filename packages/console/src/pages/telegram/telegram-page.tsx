import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { AgainSection } from "../../parts/channel/again-section.tsx";
import { ChannelFrame, channelHeight } from "../../parts/channel/channel-frame.tsx";
import { telegramQuery } from "../../parts/channel/channel-query.ts";
import { DisconnectSection } from "../../parts/channel/disconnect-section.tsx";
import { LettersSection } from "../../parts/channel/letters-section.tsx";
import { Told } from "../../parts/channel/told.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { ConnectSection } from "./connect-section.tsx";
import { nameOf, StatusSection } from "./status-section.tsx";
import type { Connected, Disconnected } from "./telegram-data.ts";
import { TelegramProfile } from "./telegram-profile.tsx";

/** A bot's Telegram bot. */
export function TelegramPage() {
  const words = useWords("telegram.main");
  return (
    <ChannelFrame title={words.title} text={words.text} docs="telegram/">
      {(bot) => <Sections key={bot.bot_id} bot={bot} />}
    </ChannelFrame>
  );
}

function Sections({ bot }: { bot: Bot }) {
  const words = useWords("telegram.main");
  const failures = useWords("telegram.failures");
  const telegram = useQuery(telegramQuery(bot.bot_id));
  /** The last action on this page. */
  const [done, setDone] = useState<Done>({});
  const { bot_id: botId, role } = bot;
  const onConnected = (connected: Connected) => setDone({ connected });
  return (
    <QueryView query={telegram} height={channelHeight}>
      {(state) => {
        const { bot: telegramBot } = state;
        return (
          <Stack maw={880} gap="md">
            {role === "viewer" && <ViewerNotice />}
            <JustDone done={done} />
            {telegramBot ? (
              <StatusSection bot={bot} state={state} telegramBot={telegramBot} />
            ) : (
              <ConnectSection bot={bot} webhookUrl={state.webhook_url} onConnected={onConnected} />
            )}
            <TelegramProfile bot={bot} isConnected={telegramBot !== null} />
            {(telegramBot || done.disconnected) && (
              <LettersSection bot={bot} channel="telegram" tongue={failures} />
            )}
            {role === "editor" && (
              <Text size="sm" c="dimmed">
                {words.ownersOnly}
              </Text>
            )}
            {telegramBot && role === "owner" && (
              <>
                <AgainSection words={words}>
                  {(close) => (
                    <ConnectForm
                      botId={bot.bot_id}
                      onCancel={close}
                      onConnected={(connected) => {
                        close();
                        onConnected(connected);
                      }}
                    />
                  )}
                </AgainSection>
                <DisconnectSection
                  botId={botId}
                  name={nameOf(telegramBot)}
                  words={words}
                  disconnect={() =>
                    api("DELETE /bots/{bot_id}/telegram/bot", { path: { bot_id: botId } })
                  }
                  onDisconnected={(disconnected) => setDone({ disconnected })}
                />
              </>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

interface Done {
  connected?: Connected;
  disconnected?: Disconnected;
}

function JustDone({ done: { connected, disconnected } }: { done: Done }) {
  const words = useWords("telegram.main");
  const { locale } = useSpeaking();
  if (disconnected) return <Told text={words.disconnected} note={disconnected.problem?.[locale]} />;
  const { state, replaced_host: host = null } = connected ?? {};
  const text = state?.bot ? words.connectedNow({ name: state.bot.username }) : null;
  return <Told text={text} note={host && words.replaced({ host })} />;
}
