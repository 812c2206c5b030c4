import { Alert } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { BeforeConnecting } from "../../parts/channel/before-connecting.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";
import type { Connected } from "./telegram-data.ts";

/** Shown while no Telegram bot is connected: how to get a token, and the form. */
export function ConnectSection(props: {
  bot: Bot;
  webhookUrl: string;
  onConnected(told: Connected): void;
}) {
  const { bot, webhookUrl, onConnected } = props;
  const words = useWords("telegram.main");
  return (
    <Section id="connect" title={words.connect} text={words.connectText}>
      <BeforeConnecting words={words} />
      {!webhookUrl.startsWith("https:") && (
        <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
          <span className="any-text">{words.needsHttps({ url: new URL(webhookUrl).origin })}</span>
        </Alert>
      )}
      {bot.role === "owner" && <ConnectForm botId={bot.bot_id} onConnected={onConnected} />}
    </Section>
  );
}
