import { Button, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Key, NewKey } from "./keys-data.ts";
import { PromoteStep } from "./promote-step.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { TestStep } from "./test-step.tsx";

/**
 * A rotation of the signing secret in progress. Its current step is derived from the secrets themselves, so it
 * continues after a reload, and for another owner.
 */
export function RotationSteps(props: {
  botId: string;
  endpoint: string;
  next: Key;
  /** The next secret itself, while the page that made it is open. */
  made: NewKey | null;
  mayWrite: boolean;
  onCallOff(): void;
  onPromoted(previousEndsAt: string): void;
}) {
  const { botId, endpoint, next, made, mayWrite, onCallOff, onPromoted } = props;
  const words = useWords("keys.rotation");
  const test = next.last_test?.url === endpoint ? next.last_test : null;
  const isInPlace = test?.echoed === true;
  // Testing the webhook again discards the result of the last promotion.
  const [tests, setTests] = useState(0);
  return (
    <section aria-labelledby="rotation-title" className="rotation">
      <Group justify="space-between" gap="sm" mb="md">
        <Title order={3} size="h5" id="rotation-title">
          {words.title}
        </Title>
        {mayWrite && (
          <Button size="xs" variant="subtle" color="gray" onClick={onCallOff}>
            {words.callOff}
          </Button>
        )}
      </Group>
      <ol className="rotation-steps">
        <Step state="done" title={words.make.title}>
          <Made {...{ botId, next, made }} />
        </Step>
        <Step state={isInPlace ? "done" : "now"} title={words.place.title}>
          <Text size="sm">{words.place.text}</Text>
          <details className="more">
            <summary>{words.place.several}</summary>
            <Stack gap="xs" mt="xs">
              <Text size="sm">{words.place.severalText}</Text>
              <CodeBlock
                code={"createWebhook({ signingSecret: [next, current], … })"}
                name={words.place.several}
                wraps
              />
            </Stack>
          </details>
        </Step>
        <Step state={isInPlace ? "done" : "now"} title={words.test.title}>
          <TestStep {...{ botId, test, mayWrite }} onTest={() => setTests(tests + 1)} />
        </Step>
        <Step state={isInPlace ? "now" : "later"} title={words.promote.title}>
          <PromoteStep key={tests} {...{ botId, next, mayWrite, onPromoted }} isReady={isInPlace} />
        </Step>
      </ol>
    </section>
  );
}

function Made({ botId, next, made }: { botId: string; next: Key; made: NewKey | null }) {
  const words = useWords("keys.rotation");
  const formats = useFormats();
  if (made?.fingerprint === next.fingerprint) {
    return <SecretOnce key={made.fingerprint} botId={botId} made={made} />;
  }
  return (
    <Text size="sm" c="dimmed">
      {words.make.text({ fingerprint: next.fingerprint, when: formats.dateTime(next.created_at) })}
    </Text>
  );
}

function Step(props: { state: "done" | "now" | "later"; title: string; children: ReactNode }) {
  const { state, title, children } = props;
  const words = useWords("keys.rotation");
  return (
    <li data-state={state} {...(state === "now" && { "aria-current": "step" as const })}>
      <span className="rotation-sign" aria-hidden="true">
        {state === "done" && <IconOf icon="check" size={14} />}
      </span>
      <Stack gap="xs">
        <Text fw={600}>
          {title}
          {state === "done" && <VisuallyHidden> ({words.done})</VisuallyHidden>}
        </Text>
        {children}
      </Stack>
    </li>
  );
}
