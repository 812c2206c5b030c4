import { Alert, Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { ErrorState, LoadingState } from "../../../parts/page/states.tsx";
import { connectionQuery } from "../../../parts/shop/shop-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";
import { PreviewView } from "../query/preview-view.tsx";
import { useLookupProblem } from "../query/use-lookup-problem.ts";

/** One of the shop's own orders, as the chat shows it; all rules can be run with it. */
export function RealOrder(props: {
  botId: string;
  botName: string;
  onSubject(changes: Partial<Subject>): void;
  onRun(subject: Partial<Subject>): void;
}) {
  const { botId, botName, onSubject, onRun } = props;
  const { real: words } = useWords("webhook.connected");
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const showing = useMutation({
    mutationFn: async () => {
      const sample = await api("POST /bots/{bot_id}/connector/sample", { path });
      const { account, order_number: order } = sample;
      const subject = { account: account ?? "", order: order ?? "" };
      const trial = trialOf(subject);
      if (!trial) return { subject: null, tried: null };
      onSubject(subject);
      const body = { trial, stage: "current" } as const;
      return { subject, tried: await api("POST /bots/{bot_id}/queries", { path, body }) };
    },
    // The query shows whether the shop answers, so refresh the connection.
    onSettled: () => queries.invalidateQueries(connectionQuery(botId)),
  });
  const problem = useLookupProblem(showing.error);
  const { tried = null, subject = null } = showing.data ?? {};
  return (
    <Section id="real-order" title={words.title} text={words.text}>
      <Group gap="sm">
        <Button
          onClick={() => showing.mutate()}
          loading={showing.isPending}
          leftSection={<IconOf icon="eye" size={16} />}
          {...(tried && { variant: "default" })}
        >
          {tried ? words.another : words.show}
        </Button>
        {subject && (
          <Button onClick={() => onRun(subject)} leftSection={<IconOf icon="play" size={16} />}>
            {words.run}
          </Button>
        )}
      </Group>
      {showing.isPending && <LoadingState height={320} />}
      {showing.isError && <ErrorState problem={problem} />}
      {showing.isSuccess && !tried && <Alert color="yellow">{words.none}</Alert>}
      {tried && tried.preview.length === 0 && <Alert color="yellow">{words.notAnswered}</Alert>}
      {tried && tried.preview.length > 0 && (
        <PreviewView previews={tried.preview} botName={botName} />
      )}
    </Section>
  );
}

/** Queries the order by its number, or, without a number, the account's newest orders. */
function trialOf({ account, order }: Pick<Subject, "account" | "order">) {
  if (order !== "") return { kind: "order", order_number: order } as const;
  if (account === "") return null;
  const pagination = { page: 1, limit: 3 };
  return { kind: "orders_of_account", account, filter: "open", pagination } as const;
}
