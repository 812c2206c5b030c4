import { Alert, Button, Stack, Text } from "@mantine/core";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { LeaveGuard } from "../../parts/form/leave-guard.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { notificationsWords } from "./notifications-words.ts";

/** The secret of a webhook, this once, until the operator says that it is kept. */
export function SecretShown({ secret, onKept }: { secret: string; onKept(): void }) {
  const words = useWords(notificationsWords);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconOf icon="keys" />}
      title={words.onceTitle}
      role="group"
      aria-label={words.onceTitle}
    >
      <Stack gap="sm" align="stretch">
        <Text size="sm">{words.onceText}</Text>
        <CodeBlock code={secret} name={words.secretName} wraps />
        <div>
          <Button size="xs" variant="default" onClick={onKept}>
            {words.kept}
          </Button>
        </div>
      </Stack>
      <LeaveGuard active text={words.onceText} />
    </Alert>
  );
}
