import { Button, Group, Stack, Text } from "@mantine/core";
import { api } from "../../api/api.ts";
import { useChange } from "../../api/use-route.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type Key, keysQuery } from "./keys-data.ts";

type Test = NonNullable<Key["last_test"]>;

/** Queries the webhook with the next secret only, without promoting it. */
export function TestStep(props: {
  botId: string;
  test: Test | null;
  mayWrite: boolean;
  onTest(): void;
}) {
  const { botId, test, mayWrite, onTest } = props;
  const words = useWords("keys.rotation");
  const testing = useChange(
    () =>
      api("POST /bots/{bot_id}/endpoint/test", {
        path: { bot_id: botId },
        body: { stage: "next" },
      }),
    keysQuery(botId).queryKey,
  );
  return (
    <Stack gap="xs">
      <Text size="sm">{words.test.text}</Text>
      {mayWrite && (
        <Group>
          <Button
            variant={test?.echoed ? "default" : "filled"}
            onClick={() => {
              onTest();
              testing.mutate();
            }}
            loading={testing.isPending}
            leftSection={<IconOf icon="play" size={16} />}
          >
            {words.test.button}
          </Button>
        </Group>
      )}
      <div role="status">{test && <TestResult test={test} />}</div>
      {testing.isError && <WriteProblem problem={testing.error} />}
    </Stack>
  );
}

/** The webhook's answer to a request signed with the next secret. */
function TestResult({ test }: { test: Test }) {
  const words = useWords("keys.rotation");
  const formats = useFormats();
  const isGood = test.echoed && test.verifies === "fully";
  const [echo] = test.steps;
  const status = echo?.http_status ?? null;
  // The server describes faults in an answer in English; a status needs no words.
  const detail = status !== null && status >= 300 ? `HTTP ${status}` : (echo?.detail ?? "");
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <span className={isGood ? "key-good" : "key-bad"}>
        <IconOf icon={isGood ? "check" : "warning"} size={16} />
      </span>
      <Text size="sm">
        {test.echoed
          ? words.test.passed[test.verifies]
          : words.test.refused[isRefusal(test) ? "answered" : "silent"]({ detail })}
        {" · "}
        <Text span size="sm" c="dimmed" title={formats.dateTime(test.at)}>
          {formats.ago(test.at)}
        </Text>
      </Text>
    </Group>
  );
}

/** Whether the webhook responded, but without the token. */
function isRefusal({ steps }: Test): boolean {
  return steps[0]?.outcome === "refused";
}
