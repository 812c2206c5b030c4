import { Anchor, Group, ScrollArea, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { EmptyState } from "../../../parts/page/states.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type RunSummary, runsQuery } from "../data/webhook-data.ts";

/** The stored runs. */
export function HistoryPanel(props: { botId: string; onOpen: (runId: string) => void }) {
  const { botId, onOpen } = props;
  const { history: words } = useWords("webhook.run");
  const runs = useQuery(runsQuery(botId));
  return (
    <QueryView query={runs} height={320}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState icon="audit" title={words.empty} text={words.emptyText} />
        ) : (
          <RunTable runs={data} onOpen={onOpen} />
        )
      }
    </QueryView>
  );
}

function RunTable({ runs, onOpen }: { runs: RunSummary[]; onOpen: (runId: string) => void }) {
  const words = useWords("webhook.run");
  const formats = useFormats();
  const nameOf = useActorName();
  return (
    <ScrollArea
      type="auto"
      viewportProps={{ tabIndex: 0, "aria-label": words.history.title, role: "region" }}
    >
      <Table verticalSpacing="xs" miw={680} aria-label={words.history.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.history.when}</Table.Th>
            <Table.Th>{words.history.result}</Table.Th>
            <Table.Th>{words.history.who}</Table.Th>
            <Table.Th>{words.history.secret}</Table.Th>
            <Table.Th>{words.history.url}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.run_id}>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  aria-label={words.history.open({ when: formats.dateTime(run.at) })}
                  onClick={() => onOpen(run.run_id)}
                >
                  {formats.dateTime(run.at)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Counts run={run} />
              </Table.Td>
              <Table.Td>
                <Text size="sm">{nameOf(run.by)}</Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm" ff="monospace">
                  {run.secret}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm" maw={280} className="anywhere">
                  {run.url}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

const looks = { fail: "bad-text", warn: "warn-text", pass: "good-text", skipped: "" } as const;

function Counts({ run }: { run: RunSummary }) {
  const words = useWords("webhook.run");
  return (
    <Group gap="xs">
      {(["fail", "warn", "pass", "skipped"] as const)
        .filter((status) => run.counts[status] > 0)
        .map((status) => (
          <Text key={status} size="sm" className={looks[status]}>
            {words.statuses[status]} {run.counts[status]}
          </Text>
        ))}
      {run.is_part && (
        <Text size="xs" c="dimmed">
          {words.onlyPart}
        </Text>
      )}
    </Group>
  );
}
