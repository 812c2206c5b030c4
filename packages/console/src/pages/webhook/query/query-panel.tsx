import { Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api/api.ts";
import { EmptyState, ErrorState, LoadingState } from "../../../parts/page/states.tsx";
import { connectionQuery } from "../../../parts/shop/shop-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";
import type { RunRule, WebhookStage } from "../data/webhook-data.ts";
import { QueryResult } from "./query-result.tsx";
import { type Trial, type TrialChoice, TrialForm } from "./trial-form.tsx";
import { useLookupProblem } from "./use-lookup-problem.ts";

/** Sends one query at a time and shows it in full. */
export function QueryPanel(props: {
  botId: string;
  botName: string;
  /** Whether Meetbot queries the shop itself: nobody else can then, and signatures are irrelevant. */
  isConnected: boolean;
  mayEdit: boolean;
  stage: WebhookStage;
  subject: Subject;
  rules: ReadonlyMap<string, RunRule>;
}) {
  const { botId, botName, isConnected, mayEdit, stage, subject, rules } = props;
  const words = useWords("webhook.query");
  const queries = useQueryClient();
  const [choice, setChoice] = useState<TrialChoice>({
    kind: subject.account === "" ? "test" : "orders_of_account",
    filter: "open",
    page: 1,
    limit: 3,
  });
  const sending = useMutation({
    mutationFn: async (trial: Trial) => {
      const body = { trial, stage };
      const tried = await api("POST /bots/{bot_id}/queries", { path: { bot_id: botId }, body });
      return { tried, stage, at: Date.now() };
    },
    onSettled: () => isConnected && queries.invalidateQueries(connectionQuery(botId)),
  });
  const problem = useLookupProblem(sending.error);
  return (
    <Stack gap="lg">
      {mayEdit && (
        <TrialForm
          choice={choice}
          onChange={setChoice}
          subject={subject}
          hasStrangers={!isConnected}
          isSending={sending.isPending}
          onSend={sending.mutate}
        />
      )}
      {sending.isPending && (
        <>
          <Text size="sm" c="dimmed">
            {words.sending}
          </Text>
          <LoadingState height={320} />
        </>
      )}
      {sending.isError && <ErrorState problem={problem} />}
      {sending.isIdle && (
        <EmptyState
          icon="webhook"
          title={words.empty}
          text={isConnected ? words.emptyConnected : words.emptyText}
        />
      )}
      {sending.isSuccess && (
        <QueryResult
          key={sending.data.at}
          botId={botId}
          botName={botName}
          isConnected={isConnected}
          rules={rules}
          tried={sending.data.tried}
          stage={sending.data.stage}
        />
      )}
    </Stack>
  );
}
