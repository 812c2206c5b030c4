import { Alert, Button, Checkbox, Group, Stack } from "@mantine/core";
import { useState } from "react";
import type { OutputOf } from "../../api/routes.ts";
import { downloadText } from "../../parts/code/download-text.ts";
import { LeaveGuard } from "../../parts/form/leave-guard.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { useWords } from "../../words/speaking.tsx";
import { NextSteps } from "./next-steps.tsx";
import { SecretValue } from "./secret-value.tsx";

/** The secrets of a newly created bot. The page prevents leaving without them by mistake. */
export function NewSecrets({ created }: { created: OutputOf<"POST /bots"> }) {
  const words = useWords("new-bot");
  const { bot, signing_secret: signing, identity_secret: identity, push_secret: push } = created;
  const [isKept, setIsKept] = useState(false);
  return (
    <>
      <PageHeader title={words.created({ name: bot.name })} />
      <Stack maw={760} gap="lg">
        <Alert color="yellow" variant="light" icon={<IconOf icon="keys" />} role="status">
          {words.createdText}
        </Alert>
        <SecretValue
          title={words.signing}
          text={words.signingText}
          variable="MEETBOT_SIGNING_SECRET"
          value={signing}
        />
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
        <SecretValue title={words.botId} text={words.botIdText} value={bot.bot_id} />
        <Group justify="space-between" gap="md">
          <Checkbox
            label={words.kept}
            checked={isKept}
            onChange={(event) => setIsKept(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            leftSection={<IconOf icon="download" size={16} />}
            onClick={() => {
              downloadText(`${bot.bot_id}.env`, toEnvFile(created));
              setIsKept(true);
            }}
          >
            {words.download}
          </Button>
        </Group>
        <NextSteps botId={bot.bot_id} first="webhook" />
      </Stack>
      <LeaveGuard active={!isKept} text={words.lose} />
    </>
  );
}

/** The names that the SDK's examples read. */
function toEnvFile({ bot, ...secrets }: OutputOf<"POST /bots">): string {
  return [
    `MEETBOT_BOT_ID=${bot.bot_id}`,
    `MEETBOT_SIGNING_SECRET=${secrets.signing_secret}`,
    `MEETBOT_IDENTITY_SECRET=${secrets.identity_secret}`,
    `MEETBOT_PUSH_SECRET=${secrets.push_secret}`,
    "",
  ].join("\n");
}
