import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";
import type { Connected } from "./telegram-data.ts";
import { telegramWords } from "./telegram-words.ts";

/** Where no Telegram bot is connected yet: how to get a token, and the form. */
export function ConnectSection(props: {
  bot: Bot;
  webhookUrl: string;
  onConnected(told: Connected): void;
}) {
  const { bot, webhookUrl, onConnected } = props;
  const words = useWords(telegramWords);
  return (
    <Section id="connect" title={words.connect} text={words.connectText}>
      <Stack gap={6}>
        <Text fw={600} size="sm">
          {words.before}
        </Text>
        <List type="ordered" size="sm" spacing={4} className="any-text">
          {(["create", "token", "groups"] as const).map((step) => (
            <List.Item key={step}>{words.steps[step]}</List.Item>
          ))}
        </List>
      </Stack>
      {!webhookUrl.startsWith("https:") && (
        <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
          <span className="any-text">{words.needsHttps(new URL(webhookUrl).origin)}</span>
        </Alert>
      )}
      {bot.role === "owner" && <ConnectForm botId={bot.bot_id} onConnected={onConnected} />}
    </Section>
  );
}

/** Another token of the same Telegram bot, or another bot. */
export function AgainSection(props: { bot: Bot; onConnected(told: Connected): void }) {
  const { bot, onConnected } = props;
  const words = useWords(telegramWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="again" title={words.again} text={words.againText}>
      {isOpen ? (
        <ConnectForm
          botId={bot.bot_id}
          onCancel={() => setOpen(false)}
          onConnected={(told) => {
            setOpen(false);
            onConnected(told);
          }}
        />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.againButton}
          </Button>
        </Group>
      )}
    </Section>
  );
}
