import { Stack, Text } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { Code } from "../data/webhook-data.ts";
import { CodeBlock } from "./code-block.tsx";

/** A request as a shell script that sends it again. */
export function CodeView({ code }: { code: Code }) {
  const { code: words } = useWords("webhook.query");
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      <CodeBlock text={code.curl} name={words.name} note="cURL" />
    </Stack>
  );
}
