import { Alert, Badge, Code, Group, Stack, Text, Title } from "@mantine/core";
import { CopyButton } from "../../../parts/code/copy-button.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { Tried, WebhookStage } from "../data/webhook-data.ts";
import { CodeBlock } from "../exchange/code-block.tsx";
import { PasteBox } from "./paste-box.tsx";

/** Shows the fingerprint of whatever secret the code holds, in any shell. */
const fingerprintCommand = 'printf %s "$MEETBOT_SIGNING_SECRET" | sha256sum | cut -c1-8';

/** Shows how this request is signed, and what is wrong with the merchant's own value. */
export function SignatureView(props: { botId: string; tried: Tried; stage: WebhookStage }) {
  const { botId, tried, stage } = props;
  const words = useWords("webhook.signature");
  const { signatures, exchange, secret } = tried;
  return (
    <Stack gap="lg">
      {signatures.length === 0 && <Alert variant="light">{words.unsigned}</Alert>}
      {signatures.map((signature) => (
        <Stack key={signature.header} gap="xs" component="section" aria-label={signature.header}>
          <Group gap="xs">
            <Title order={4} size="h5" ff="monospace">
              {signature.header}
            </Title>
            {signature.header === "webhook-signature" && (
              <Badge variant="light" className="state-badge">
                {words.better}
              </Badge>
            )}
          </Group>
          <Text size="sm">
            {words.formula[signature.header][signature.key]}
            {signature.header === "x-hub-signature" && ` · ${words.origin}`}
          </Text>
          <CodeBlock
            text={signature.value}
            name={words.valueOf({ header: signature.header })}
            note={words.expected}
            wraps
          />
          <CodeBlock
            text={signature.text_before_body + exchange.request.body}
            name={words.signed}
            wraps
          >
            {signature.text_before_body !== "" && <mark>{signature.text_before_body}</mark>}
            {exchange.request.body}
          </CodeBlock>
        </Stack>
      ))}
      <Stack gap={4}>
        <Text size="sm">
          {words.secretIs} <Code>{secret}</Code>
        </Text>
        <Text size="sm">{words.fingerprint}</Text>
        <Group gap={4} wrap="nowrap">
          <Code block flex="1 1 auto" className="wraps">
            {fingerprintCommand}
          </Code>
          <CopyButton value={fingerprintCommand} />
        </Group>
      </Stack>
      <PasteBox botId={botId} exchange={exchange} stage={stage} />
    </Stack>
  );
}
