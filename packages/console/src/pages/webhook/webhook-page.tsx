import { Stack, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { botsQuery } from "../../access/me.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { connectionQuery, type ShopConnection } from "../../parts/shop/shop-query.ts";
import { useWords } from "../../words/speaking.tsx";
import { useSubject } from "./data/use-subject.ts";
import {
  type Endpoint,
  endpointQuery,
  type RunRule,
  rulesQuery,
  useRole,
  type WebhookStage,
} from "./data/webhook-data.ts";
import type { WebhookSearch } from "./data/webhook-search.ts";
import { QueryPanel } from "./query/query-panel.tsx";
import { HistoryPanel } from "./run/history-panel.tsx";
import { RunPanel } from "./run/run-panel.tsx";
import { useRun } from "./run/use-run.ts";
import { RealOrder } from "./shop/real-order.tsx";
import { ShopPart } from "./shop/shop-part.tsx";
import { CommandLine } from "./subject/command-line.tsx";
import { SubjectCard } from "./subject/subject-card.tsx";
import "./webhook.css";

const route = getRouteApi("/shell/bots/$botId/webhook");

/** The page for the connection to the merchant's shop, with all tools to find its problems. */
export function WebhookPage() {
  const { botId } = route.useParams();
  const words = useWords("webhook.main");
  const endpoint = useQuery(endpointQuery(botId));
  const rules = useQuery(rulesQuery);
  const connection = useQuery(connectionQuery(botId));
  const { page } = useWords("webhook.connected");
  const isConnected = connection.data?.connection != null;
  return (
    <>
      <PageHeader
        title={words.title}
        text={isConnected ? page : words.text}
        docs={isConnected ? "connectors/" : "protocol/"}
      />
      <QueryView query={endpoint} height={520}>
        {(told) => (
          <QueryView query={rules} height={520}>
            {({ data }) => (
              <QueryView query={connection} height={520}>
                {({ connection }) => (
                  // The key resets the state when the bot changes.
                  <WebhookParts
                    key={botId}
                    {...{ botId, connection }}
                    endpoint={told}
                    rules={data}
                  />
                )}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function WebhookParts(props: {
  botId: string;
  endpoint: Endpoint;
  connection: ShopConnection | null;
  rules: RunRule[];
}) {
  const { botId, endpoint, connection, rules } = props;
  const isConnected = connection !== null;
  const words = useWords("webhook.main");
  const role = useRole(botId);
  const mayEdit = role === "owner" || role === "editor";
  const parts = useRef<HTMLDivElement>(null);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [subject, changeSubject] = useSubject(botId);
  const [chosenStage, setStage] = useState<WebhookStage>("current");
  const hasNext = !isConnected && endpoint.secrets.some((secret) => secret.stage === "next");
  const stage = hasNext ? chosenStage : "current";
  const onSearch = useCallback(
    (changes: WebhookSearch) =>
      void navigate({
        search: (before) => ({ ...before, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const { run: live, start, stop } = useRun(botId, (runId) => onSearch({ run: runId }));
  const ruleOf = useMemo(() => new Map(rules.map((rule) => [rule.id, rule])), [rules]);
  const botName = useQuery(botsQuery).data?.data.find((bot) => bot.bot_id === botId)?.name ?? "";
  const startRun = (wish: Parameters<typeof start>[0]) => {
    // Clear the previous run's selection before a new run starts.
    onSearch({ run: undefined, rule: undefined, group: undefined, show: undefined });
    void start(wish);
  };
  return (
    <Stack gap="lg">
      {role === "viewer" && <ViewerNotice />}
      <ShopPart {...{ botId, endpoint, connection, mayEdit, stage }} />
      {isConnected && mayEdit && (
        <RealOrder
          {...{ botId, botName }}
          onSubject={changeSubject}
          onRun={({ account, order }) => {
            startRun({
              stage,
              ...(account && { account }),
              ...(order && { order_number: order }),
            });
            onSearch({ tab: "rules" });
            parts.current?.scrollIntoView({ block: "start" });
          }}
        />
      )}
      {mayEdit && (
        <SubjectCard
          subject={subject}
          onChange={changeSubject}
          secrets={isConnected ? [] : endpoint.secrets}
          stage={stage}
          onStage={setStage}
        />
      )}
      <Tabs
        ref={parts}
        className="webhook-parts"
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
            <QueryPanel
              {...{ botId, botName, isConnected, mayEdit, stage, subject }}
              rules={ruleOf}
            />
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
      {mayEdit && !isConnected && <CommandLine endpoint={endpoint} subject={subject} />}
    </Stack>
  );
}
