import { Button, Group, Stack, Text } from "@mantine/core";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { LeaveGuard } from "../../parts/form/leave-guard.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Made } from "./new-token-form.tsx";
import { toExample } from "./to-example.ts";

/** The token, this once, and how a program uses it. */
export function MadeToken({ made, onDone }: { made: Made; onDone(): void }) {
  const words = useWords("account");
  const example = toExample(made.api_token, made.token, location.origin);
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {words.madeText}
      </Text>
      <CodeBlock code={made.token} name={words.token} wraps />
      {example && (
        <div>
          <Text size="sm" fw={500} mb={4}>
            {words.tryIt}
          </Text>
          <CodeBlock code={example} name={words.tryIt} wraps />
        </div>
      )}
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          {words.done}
        </Button>
      </Group>
      <LeaveGuard active text={words.madeText} />
    </Stack>
  );
}
