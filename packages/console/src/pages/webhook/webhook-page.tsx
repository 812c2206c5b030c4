import { Skeleton, Stack, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { botsQuery } from "../../access/me.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { useSubject } from "./data/use-subject.ts";
import {
  type Endpoint,
  endpointQuery,
  type Rule,
  rulesQuery,
  type Stage,
  useRole,
} from "./data/webhook-data.ts";
import type { WebhookSearch } from "./data/webhook-search.ts";
import { QueryPanel } from "./query/query-panel.tsx";
import { HistoryPanel } from "./run/history-panel.tsx";
import { RunPanel } from "./run/run-panel.tsx";
import { useRun } from "./run/use-run.ts";
import { CommandLine } from "./subject/command-line.tsx";
import { EndpointCard } from "./subject/endpoint-card.tsx";
import { SubjectCard } from "./subject/subject-card.tsx";
import { webhookWords } from "./subject/webhook-words.ts";
import "./webhook.css";

const route = getRouteApi("/shell/bots/$botId/webhook");

/** The line to the merchant's shop, and all that finds out what is wrong with it. */
export function WebhookPage() {
  const { botId } = route.useParams();
  const words = useWords(webhookWords);
  const endpoint = useQuery(endpointQuery(botId));
  const rules = useQuery(rulesQuery);
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="protocol/" />
      <QueryView query={endpoint} height={520}>
        {(told) =>
          rules.data ? (
            // Another bot begins anew.
            <WebhookParts key={botId} botId={botId} endpoint={told} rules={rules.data.data} />
          ) : (
            <QueryView query={rules} height={520}>
              {() => <Skeleton height={520} />}
            </QueryView>
          )
        }
      </QueryView>
    </>
  );
}

function WebhookParts(props: { botId: string; endpoint: Endpoint; rules: Rule[] }) {
  const { botId, endpoint, rules } = props;
  const words = useWords(webhookWords);
  const role = useRole(botId);
  const mayEdit = role === "owner" || role === "editor";
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [subject, changeSubject] = useSubject(botId);
  const [chosenStage, setStage] = useState<Stage>("current");
  const hasNext = endpoint.secrets.some((secret) => secret.stage === "next");
  const stage = hasNext ? chosenStage : "current";
  const onSearch = useCallback(
    (changes: WebhookSearch) =>
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const { run: live, start, stop } = useRun(botId, (runId) => onSearch({ run: runId }));
  const ruleOf = useMemo(() => new Map(rules.map((rule) => [rule.id, rule])), [rules]);
  const botName = useQuery(botsQuery).data?.data.find((bot) => bot.bot_id === botId)?.name ?? "";
  const startRun = (wish: Parameters<typeof start>[0]) => {
    // A run begins without what was looked at in the one before.
    onSearch({ run: undefined, rule: undefined, group: undefined, show: undefined });
    void start(wish);
  };
  return (
    <Stack gap="lg">
      {role === "viewer" && <ViewerNotice />}
      <EndpointCard botId={botId} endpoint={endpoint} mayEdit={mayEdit} stage={stage} />
      {mayEdit && (
        <SubjectCard
          subject={subject}
          onChange={changeSubject}
          endpoint={endpoint}
          stage={stage}
          onStage={setStage}
        />
      )}
      <Tabs
        value={search.tab ?? (mayEdit ? "query" : "rules")}
        onChange={(tab) =>
          onSearch({ tab: tab === "query" ? undefined : (tab as "rules" | "history") })
        }
      >
        <Tabs.List aria-label={words.parts} className="one-line">
          {mayEdit && <Tabs.Tab value="query">{words.tabs.query}</Tabs.Tab>}
          <Tabs.Tab value="rules">{words.tabs.rules}</Tabs.Tab>
          <Tabs.Tab value="history">{words.tabs.history}</Tabs.Tab>
        </Tabs.List>
        {mayEdit && (
          <Tabs.Panel value="query" pt="lg">
            <QueryPanel {...{ botId, botName, mayEdit, stage, subject }} rules={ruleOf} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="rules" pt="lg">
          <RunPanel
            {...{ botId, mayEdit, stage, subject, rules, live, stop, search, onSearch }}
            start={startRun}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="lg">
          <HistoryPanel
            botId={botId}
            onOpen={(run) => onSearch({ tab: "rules", run, rule: undefined })}
          />
        </Tabs.Panel>
      </Tabs>
      {mayEdit && <CommandLine endpoint={endpoint} subject={subject} />}
    </Stack>
  );
}
