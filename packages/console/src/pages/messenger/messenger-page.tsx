import "./messenger.css";
import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { type Bot, useBot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { AgainSection, ConnectSection } from "./connect-section.tsx";
import { type Disconnected, DisconnectSection } from "./disconnect-section.tsx";
import { LettersSection } from "./letters-section.tsx";
import { messengerQuery } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";
import { ProfileSection } from "./profile-section.tsx";
import { StatusSection } from "./status-section.tsx";
import { WebhookSection } from "./webhook-section.tsx";

/** About as high as what comes. */
const height = 1200;

/** A bot's Facebook Page. */
export function MessengerPage() {
  const words = useWords(messengerWords);
  const bot = useBot();
  return (
    <>
      {bot.data && (
        <Anchor
          size="sm"
          renderRoot={(root) => (
            <Link {...root} to={`/bots/${bot.data.bot_id}/channels` as string} />
          )}
        >
          ← {words.back}
        </Anchor>
      )}
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={bot} height={height}>
        {(data) => <Sections key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function Sections({ bot }: { bot: Bot }) {
  const words = useWords(messengerWords);
  const messenger = useQuery(messengerQuery(bot.bot_id));
  /** Only here, and only until the page is left. */
  const [verifyToken, setVerifyToken] = useState<string | null>(null);
  const [ended, setEnded] = useState<Disconnected | null>(null);
  const { role } = bot;
  const isOwner = role === "owner";
  const onConnected = (token: string) => {
    setVerifyToken(token);
    setEnded(null);
  };
  const onDisconnected = (told: Disconnected) => {
    setVerifyToken(null);
    setEnded(told);
  };
  return (
    <QueryView query={messenger} height={height}>
      {(state) => {
        const { page } = state;
        return (
          <Stack maw={880} gap="md">
            {role === "viewer" && <ViewerNotice />}
            <Told
              page={page?.name ?? null}
              isNew={verifyToken !== null}
              ended={page ? null : ended}
            />
            {page ? (
              <>
                <StatusSection bot={bot} page={page} />
                <WebhookSection state={state} verifyToken={verifyToken} />
              </>
            ) : (
              <ConnectSection bot={bot} onConnected={onConnected} />
            )}
            <ProfileSection bot={bot} isConnected={page !== null} />
            {(page || ended) && <LettersSection bot={bot} />}
            {role === "editor" && (
              <Text size="sm" c="dimmed">
                {words.ownersOnly}
              </Text>
            )}
            {page && isOwner && (
              <>
                <AgainSection bot={bot} pageId={page.page_id} onConnected={onConnected} />
                <DisconnectSection bot={bot} page={page} onDisconnected={onDisconnected} />
              </>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

/** What was just done. It takes the keyboard: the form that was used is gone. */
function Told(props: { page: string | null; isNew: boolean; ended: Disconnected | null }) {
  const { page, isNew, ended } = props;
  const words = useWords(messengerWords);
  const { locale } = useSpeaking();
  const place = useRef<HTMLDivElement>(null);
  const text = isNew && page !== null ? words.connectedNow(page) : ended && words.disconnected;
  useEffect(() => {
    if (text) place.current?.focus();
  }, [text]);
  return (
    <div role="status" ref={place} tabIndex={-1} className="told">
      {text && (
        <Alert color="green" variant="light" icon={<IconOf icon="check" />} p="xs">
          {text}
          {ended?.problem && <Text size="sm">{ended.problem[locale]}</Text>}
        </Alert>
      )}
    </div>
  );
}
