import { Alert, Stack, Text } from "@mantine/core";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Messenger } from "./messenger-data.ts";

/** The values to enter on Meta's side. The verify token is available only right after it was issued. */
export function WebhookSection(props: { state: Messenger; verifyToken: string | null }) {
  const { state, verifyToken } = props;
  const words = useWords("messenger.main");
  return (
    <Section id="webhook" title={words.webhook} text={words.webhookText}>
      <Named name={words.callback}>
        <CodeBlock code={state.webhook_url} name={words.callback} wraps />
      </Named>
      {verifyToken === null ? (
        <Text size="sm" c="dimmed">
          {words.verifyTokenGone}
        </Text>
      ) : (
        <Named name={words.verifyTokenOnce}>
          <CodeBlock code={verifyToken} name={words.verifyToken} wraps />
        </Named>
      )}
      <Named name={words.fields}>
        <CodeBlock code={state.fields.join(", ")} name={words.fields} wraps />
      </Named>
      <Alert variant="light" color="yellow" icon={<IconOf icon="warning" />}>
        {words.quiet}
      </Alert>
    </Section>
  );
}

function Named({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      {children}
    </Stack>
  );
}
