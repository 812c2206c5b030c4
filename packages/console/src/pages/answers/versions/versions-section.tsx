import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { type Answers, useWriteAnswers } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { VersionList } from "./version-list.tsx";

/** The stored versions, and what was just restored. */
export function VersionsSection({ answers }: { answers: Answers }) {
  const words = useWords("answers.versions");
  const botId = useBotId();
  const query = useQuery({
    queryKey: ["answers", botId, "versions"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/answers/versions", { path: { bot_id: botId } }, { signal }),
  });
  const restoring = useWriteAnswers(async (version: number) => {
    await api("POST /bots/{bot_id}/answers/versions/{version}/restore", {
      path: { bot_id: botId, version },
      body: { version: answers.version },
    });
    return { version, before: answers.version };
  });
  const restored = restoring.isSuccess ? restoring.data : null;
  return (
    <Section id="versions" title={words.versions} text={words.kept}>
      <div role="status" className="version-restored">
        {restored && (
          <Alert color="teal" variant="light" icon={<IconOf icon="check" />}>
            <Group justify="space-between">
              <Text size="sm">{words.restored({ version: restored.version })}</Text>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconOf icon="undo" size={14} />}
                onClick={() => restoring.mutate(restored.before)}
              >
                {words.undo}
              </Button>
            </Group>
          </Alert>
        )}
      </div>
      {restoring.isError && <WriteProblem problem={restoring.error} />}
      <QueryView query={query} height={320}>
        {({ data }) =>
          data.length === 0 ? (
            <div>
              <Text size="sm" fw={600}>
                {words.none}
              </Text>
              <Text size="sm" c="dimmed">
                {words.noneText}
              </Text>
            </div>
          ) : (
            <VersionList
              answers={answers}
              versions={data}
              isRestoring={(version) => restoring.isPending && restoring.variables === version}
              onRestore={(version) => restoring.mutate(version)}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
