import { Alert, Button, FileButton, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useBotId } from "../../../access/bot.ts";
import { useMay } from "../../../access/role.ts";
import { api, toUrl } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { ConflictList } from "../../../parts/page/conflict-list.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { type Answers, conflictsOf, useWriteAnswers } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";

type Changes = OutputOf<"PUT /bots/{bot_id}/answers/file">;

interface Chosen {
  name: string;
  file: string;
}

/** Exports all answers as one file, and imports a replacement file after a preview. */
export function FileSection({ answers }: { answers: Answers }) {
  const words = useWords("answers.versions");
  const botId = useBotId();
  const isEditor = useMay(botId)("editor");
  const send = (file: string, check: boolean) =>
    api("PUT /bots/{bot_id}/answers/file", {
      path: { bot_id: botId },
      body: { version: answers.version, file, check },
    });
  const checking = useWriteAnswers(async (chosen: File) => {
    const file = await chosen.text();
    return { name: chosen.name, file, changes: await send(file, true) };
  });
  const importing = useWriteAnswers(({ file }: Chosen) => send(file, false));
  const close = () => {
    checking.reset();
    importing.reset();
  };
  return (
    <Section id="file" title={words.file} text={words.fileText}>
      <Group gap="sm">
        <Button
          component="a"
          href={toUrl("/bots/{bot_id}/answers/file", { path: { bot_id: botId } })}
          download
          variant="default"
          leftSection={<IconOf icon="download" />}
        >
          {words.download}
        </Button>
        {isEditor && (
          <FileButton
            accept=".yaml,.yml,text/yaml,application/yaml"
            onChange={(chosen) => {
              close();
              if (chosen) checking.mutate(chosen);
            }}
            inputProps={{ "aria-label": words.upload }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconOf icon="upload" />}
                loading={checking.isPending}
              >
                {words.upload}
              </Button>
            )}
          </FileButton>
        )}
        <div role="status">{importing.isSuccess && <Text size="sm">{words.imported}</Text>}</div>
      </Group>
      {checking.isError && <Refusal problem={checking.error} />}
      {importing.isError && <Refusal problem={importing.error} />}
      {checking.isSuccess && !importing.isSuccess && (
        <Checked
          name={checking.data.name}
          changes={checking.data.changes}
          isBusy={importing.isPending}
          onImport={() => importing.mutate(checking.data)}
          onCancel={close}
        />
      )}
    </Section>
  );
}

function Checked(props: {
  name: string;
  changes: Changes;
  isBusy: boolean;
  onImport(): void;
  onCancel(): void;
}) {
  const { name, changes, isBusy, onImport, onCancel } = props;
  const words = useWords("answers.versions");
  const isAlike = changes.answers === 0 && changes.examples === 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={words.checked({ name })}>
      <Stack gap="xs">
        <Text fw={600}>{words.checked({ name })}</Text>
        {isAlike && <Text size="sm">{words.changesNothing}</Text>}
        {changes.answers > 0 && (
          <Text size="sm">{words.answersChange({ count: changes.answers })}</Text>
        )}
        {changes.examples > 0 && (
          <Text size="sm">{words.examplesChange({ count: changes.examples })}</Text>
        )}
        {!isAlike && (
          <Text size="sm" c="dimmed">
            {words.replacesAll}
          </Text>
        )}
        <Group gap="sm">
          {!isAlike && (
            <Button size="sm" loading={isBusy} onClick={onImport}>
              {words.import}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={onCancel} disabled={isBusy}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The lines of a file that are wrong, or the requests that it would turn. */
function Refusal({ problem }: { problem: unknown }) {
  const words = useWords("answers.versions");
  const conflicts = conflictsOf(problem);
  if (conflicts.length > 0) return <ConflictList conflicts={conflicts} />;
  if (!(problem instanceof ApiProblem) || problem.errors.length === 0) {
    return <WriteProblem problem={problem} />;
  }
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconOf icon="warning" />}
      role="alert"
      title={
        <Text span c="var(--mantine-color-text)" fw={600} inherit>
          {words.refused}
        </Text>
      }
    >
      <List size="sm">
        {problem.errors.map(({ pointer, message }) => (
          <List.Item key={`${pointer} ${message}`}>
            <strong>{pointer || words.whole}</strong>: {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
