import { Alert, Button, Group, Select, Stack, Text, Tooltip } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { connectedBy } from "../../../access/connected-by.ts";
import { api } from "../../../api/api.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../../parts/page/states.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import { useConnectorTitle } from "../../../parts/shop/shop-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";
import {
  type Run,
  type RunRule,
  runQuery,
  runsQuery,
  type WebhookStage,
} from "../data/webhook-data.ts";
import type { WebhookSearch } from "../data/webhook-search.ts";
import { useLookupProblem } from "../query/use-lookup-problem.ts";
import { CopyLink } from "./copy-link.tsx";
import { groupsOf } from "./groups-of.ts";
import { RunDiffView } from "./run-diff-view.tsx";
import { RunView } from "./run-view.tsx";
import type { LiveRun, RunRequest } from "./use-run.ts";

interface RunPanelProps {
  botId: string;
  mayEdit: boolean;
  stage: WebhookStage;
  subject: Subject;
  rules: readonly RunRule[];
  live: LiveRun;
  start: (wish: RunRequest) => void;
  stop: () => void;
  search: WebhookSearch;
  onSearch: (changes: WebhookSearch) => void;
}

/** Shows all rules, or a group of them: in the current run, or with the findings of a stored run. */
export function RunPanel(props: RunPanelProps) {
  const { live, search, mayEdit } = props;
  const isLive = live.status !== "idle" && (search.run === undefined || search.run === live.runId);
  return (
    <Stack gap="lg">
      {mayEdit && <RunForm {...props} />}
      {isLive && live.status !== "done" ? <Live {...props} /> : <Kept {...props} />}
    </Stack>
  );
}

function RunForm({ rules, subject, stage, live, start, stop, onSearch }: RunPanelProps) {
  const words = useWords("webhook.run");
  const [what, setWhat] = useState("all");
  const isRunning = live.status === "running";
  const groups = groupsOf(rules);
  const run = () => {
    onSearch({ tab: "rules" });
    start({
      stage,
      ...(subject.account && { account: subject.account }),
      ...(subject.otherAccount && { other_account: subject.otherAccount }),
      ...(subject.order && { order_number: subject.order }),
      ...(subject.package && { package_number: subject.package }),
      ...(what !== "all" && { only: [what] }),
    });
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={words.what}
        data={[
          { value: "all", label: words.everything({ count: rules.length }) },
          ...groups.map(({ group, ids }) => ({
            value: group,
            label: `${words.groups[group]} (${ids.length})`,
          })),
        ]}
        value={what}
        onChange={(chosen) => setWhat(chosen ?? "all")}
        allowDeselect={false}
        disabled={isRunning}
        w={240}
      />
      {isRunning ? (
        <Button variant="default" onClick={stop} leftSection={<IconOf icon="close" size={16} />}>
          {words.stop}
        </Button>
      ) : (
        <Button onClick={run} leftSection={<IconOf icon="play" size={16} />}>
          {what === "all" ? words.runAll : words.runGroup}
        </Button>
      )}
    </Group>
  );
}

/** Shows the findings of the current run. */
function Live({ botId, live, rules, search, onSearch, mayEdit }: RunPanelProps) {
  const words = useWords("webhook.run");
  const problem = useLookupProblem(live.problem);
  if (live.status === "failed") {
    const isCut = live.problem?.code === "interrupted";
    if (live.problem?.code === "could_not_run" || isCut) {
      return (
        <Alert
          color="red"
          variant="light"
          icon={<IconOf icon="warning" />}
          title={words.cannotRun}
          role="alert"
        >
          {isCut ? words.interrupted : live.problem?.message}
        </Alert>
      );
    }
    return <ErrorState problem={problem ?? new Error()} />;
  }
  if (live.rules.length === 0) return <LoadingState height={360} />;
  return (
    <>
      {live.status === "stopped" && <Alert variant="light">{words.stopped}</Alert>}
      <RunView
        botId={botId}
        runId={null}
        isRunning={live.status === "running"}
        ruleIds={live.rules}
        rules={rules}
        findings={live.findings}
        exchanges={live.exchanges}
        isMasked={false}
        mayEdit={mayEdit}
        search={search}
        onSearch={onSearch}
      />
    </>
  );
}

/** The run in the address, or the last one. */
function Kept(props: RunPanelProps) {
  const { botId, search } = props;
  const words = useWords("webhook.run");
  const runs = useQuery({ ...runsQuery(botId), enabled: search.run === undefined });
  if (search.run !== undefined) return <KeptRun {...props} runId={search.run} />;
  return (
    <QueryView query={runs} height={360}>
      {({ data: [last] }) =>
        last ? (
          <KeptRun {...props} runId={last.run_id} />
        ) : (
          <EmptyState icon="checklist" title={words.empty} text={words.emptyText} />
        )
      }
    </QueryView>
  );
}

function KeptRun(props: RunPanelProps & { runId: string }) {
  const { botId, runId, rules, mayEdit, search, onSearch, live } = props;
  // The operator who has just run it has seen all of it, and the audit log records that.
  const own = live.status === "done" && live.runId === runId ? live : null;
  const run = useQuery(runQuery(botId, runId));
  return (
    <QueryView query={run} height={420}>
      {(data) => (
        <>
          <RunLine run={data} isMasked={data.is_masked && !own} />
          {mayEdit && data.is_masked && !own && !data.is_expired && (
            <RevealRun botId={botId} runId={runId} />
          )}
          <RunView
            botId={botId}
            runId={runId}
            isRunning={false}
            ruleIds={data.findings.map(({ rule }) => rule)}
            rules={rules}
            findings={(own ?? data).findings}
            exchanges={(own ?? data).exchanges}
            isMasked={data.is_masked && !own}
            mayEdit={mayEdit}
            search={search}
            onSearch={onSearch}
          >
            {data.diff && <RunDiffView diff={data.diff} onSearch={onSearch} />}
          </RunView>
        </>
      )}
    </QueryView>
  );
}

/** Reveals the masked data of a run; the audit log records it. */
function RevealRun({ botId, runId }: { botId: string; runId: string }) {
  const words = useWords("webhook.run");
  const queries = useQueryClient();
  const path = { bot_id: botId, run_id: runId };
  const reveal = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/runs/{run_id}/reveal", { path }),
    onSuccess: (run) => queries.setQueryData(runQuery(botId, runId).queryKey, run),
  });
  return (
    <Group gap="xs">
      <Tooltip label={words.revealNote}>
        <Button
          size="xs"
          variant="default"
          loading={reveal.isPending}
          onClick={() => reveal.mutate()}
          leftSection={<IconOf icon="eye" size={16} />}
        >
          {words.reveal}
        </Button>
      </Tooltip>
      {reveal.isError && <ErrorState problem={reveal.error} />}
    </Group>
  );
}

/** Which run it is. */
function RunLine({ run, isMasked }: { run: Run; isMasked: boolean }) {
  const words = useWords("webhook.run");
  const formats = useFormats();
  const nameOf = useActorName();
  const platform = useConnectorTitle(connectedBy(run.url));
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" className="anywhere">
        {words.runOf} {words.runBy({ when: formats.dateTime(run.at), who: nameOf(run.by) })} ·{" "}
        {platform ?? run.url}
        {run.is_part && ` · ${words.onlyPart}`}
        {run.is_expired ? ` · ${words.isExpired}` : isMasked && ` · ${words.isMasked}`}
      </Text>
      <CopyLink runId={run.run_id} />
    </Group>
  );
}
