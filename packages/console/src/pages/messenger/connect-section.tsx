import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { messengerWords } from "./messenger-words.ts";

/** Where no page is connected yet: what is needed, and the form. */
export function ConnectSection(props: { bot: Bot; onConnected(verifyToken: string): void }) {
  const words = useWords(messengerWords);
  return (
    <Section id="connect" title={words.connect} text={words.connectText}>
      <Stack gap={6}>
        <Text fw={600} size="sm">
          {words.before}
        </Text>
        <List type="ordered" size="sm" spacing={4} className="any-text">
          {(["app", "token", "secret"] as const).map((step) => (
            <List.Item key={step}>{words.steps[step]}</List.Item>
          ))}
        </List>
      </Stack>
      {props.bot.role === "owner" && (
        <ConnectForm botId={props.bot.bot_id} onConnected={props.onConnected} />
      )}
    </Section>
  );
}

/** The same page with new secrets, or another one. */
export function AgainSection(props: {
  bot: Bot;
  pageId: string;
  onConnected(verifyToken: string): void;
}) {
  const { bot, pageId, onConnected } = props;
  const words = useWords(messengerWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="again" title={words.again} text={words.againText}>
      {isOpen ? (
        <ConnectForm
          botId={bot.bot_id}
          pageId={pageId}
          onCancel={() => setOpen(false)}
          onConnected={(verifyToken) => {
            setOpen(false);
            onConnected(verifyToken);
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
