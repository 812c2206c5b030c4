import { Code, Group, Stack, Text, Tooltip } from "@mantine/core";
import type { OutputOf } from "../../api/routes.ts";
import { useWords } from "../../words/speaking.tsx";
import { ToneBadge } from "./tone-badge.tsx";

type Entry = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}">["entries"][number];
type ModelCall = NonNullable<Extract<Entry, { from: "customer" }>["language_model"]>;

/** How a language model interpreted an utterance when it arrived. */
export function ModelCallPanel({ call }: { call: ModelCall }) {
  const words = useWords("recognition.modelCall");
  const { intents } = useWords("recognition.explanation");
  const { outcome, reason, command } = call;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Tooltip label={words.asThen}>
          <Text span size="sm" fw={600} tabIndex={0}>
            {command ? words.byModel : words.model}
          </Text>
        </Tooltip>
        <ToneBadge tone={command ? "good" : "quiet"}>{words.outcomes[outcome]}</ToneBadge>
        <Text span size="xs" c="dimmed">
          {words.took({ ms: String(call.duration_ms) })}
        </Text>
        {reason && <Code fz="xs">{reason}</Code>}
      </Group>
      {command && (
        <Text size="xs">
          {intents[command.intent]} <Code>{command.intent}</Code>
          {command.topic && (
            <>
              {" "}
              {words.topic} <Code>{command.topic}</Code>
            </>
          )}
          {command.about.length > 0 && (
            <>
              {" "}
              {words.about} <Code>{command.about.join(", ")}</Code>
            </>
          )}
        </Text>
      )}
    </Stack>
  );
}
