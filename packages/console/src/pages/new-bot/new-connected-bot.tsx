import { Alert, Stack, Text } from "@mantine/core";
import type { OutputOf } from "../../api/routes.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { useWords } from "../../words/speaking.tsx";
import { NextSteps } from "./next-steps.tsx";
import { SecretValue } from "./secret-value.tsx";

/** A bot that was created with its shop connected: nothing has to be copied before it answers. */
export function NewConnectedBot(props: { created: OutputOf<"POST /bots">; shop: string }) {
  const { created, shop } = props;
  const words = useWords("new-bot");
  const { bot, identity_secret: identity, push_secret: push } = created;
  return (
    <>
      <PageHeader title={words.created({ name: bot.name })} />
      <Stack maw={760} gap="lg">
        <Alert color="green" variant="light" icon={<IconOf icon="check" />} role="status">
          {words.connected({ shop })}
        </Alert>
        <NextSteps botId={bot.bot_id} first="real" />
        <details>
          <summary style={{ cursor: "pointer" }}>{words.secrets}</summary>
          <Stack gap="lg" mt="md">
            <Text size="sm" c="dimmed">
              {words.secretsText}
            </Text>
            <SecretValue title={words.botId} text={words.botIdText} value={bot.bot_id} />
            <SecretValue
              title={words.identity}
              text={words.identityText}
              variable="MEETBOT_IDENTITY_SECRET"
              value={identity}
            />
            <SecretValue
              title={words.push}
              text={words.pushText}
              variable="MEETBOT_PUSH_SECRET"
              value={push}
            />
          </Stack>
        </details>
      </Stack>
    </>
  );
}
