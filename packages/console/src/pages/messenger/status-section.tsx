import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { CheckList } from "./check-list.tsx";
import { FailureText } from "./failure-text.tsx";
import { type Check, type FacebookPage, messengerQuery } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";

const tones = { connected: "good", paused: "wait", stopped: "bad" } as const;

/** How the page is doing; Meta is asked only when somebody wants to know. */
export function StatusSection({ bot, page }: { bot: Bot; page: FacebookPage }) {
  const words = useWords(messengerWords);
  const formats = useFormats();
  return (
    <Section id="status" title={words.status}>
      <Group gap="sm">
        <ToneBadge tone={tones[page.state]}>{words.states[page.state]}</ToneBadge>
        <Text fw={600} className="any-text">
          {page.name ?? page.page_id}
        </Text>
      </Group>
      {page.stopped_for && (
        <Alert color="red" variant="light" icon={<IconOf icon="warning" />}>
          {words.stopped[page.stopped_for]}
        </Alert>
      )}
      {page.paused_until && (
        <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
          {words.paused(formats.dateTime(page.paused_until))}
        </Alert>
      )}
      <Facts page={page} />
      {bot.role !== "viewer" && <CheckNow botId={bot.bot_id} />}
    </Section>
  );
}

function Facts({ page }: { page: FacebookPage }) {
  const words = useWords(messengerWords);
  const formats = useFormats();
  const { conversations, last_failure: problem } = page;
  const counted = (count: number, note: string) => (
    <>
      {formats.number(count)}
      {count > 0 && <Note>{note}</Note>}
    </>
  );
  return (
    <FactList
      facts={[
        [words.facts.page, page.page_id],
        [words.facts.app, page.app_id],
        [words.facts.connected, formats.dateTime(page.connected_at)],
        [words.facts.token, <Token key="token" page={page} />],
        [
          words.facts.lastEvent,
          page.last_event_at ? formats.ago(page.last_event_at) : words.noEvent,
        ],
        [
          words.facts.windows,
          <span key="windows">
            {words.windows(
              formats.number(conversations.open),
              formats.number(conversations.closed),
            )}
            <Note>{words.windowsText}</Note>
          </span>,
        ],
        [words.facts.waiting, formats.number(page.waiting)],
        [words.facts.unknown, counted(page.unknown, words.unknownText)],
        [words.facts.failed, formats.number(page.failed)],
        [
          words.facts.lastFailure,
          problem && <FailureText key="problem" failure={problem} at={formats.ago(problem.at)} />,
        ],
      ]}
    />
  );
}

function Token({ page }: { page: FacebookPage }) {
  const words = useWords(messengerWords);
  const formats = useFormats();
  const { token_ends_at: endsAt, checked_at: checkedAt } = page;
  if (endsAt === null) return checkedAt ? words.tokenEndless : words.tokenUnasked;
  const at = formats.date(endsAt);
  return Date.parse(endsAt) < Date.now()
    ? words.tokenEnded(at)
    : words.tokenEnds(at, formats.ago(endsAt));
}

function Note({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

function CheckNow({ botId }: { botId: string }) {
  const words = useWords(messengerWords);
  const queries = useQueryClient();
  // They stay in sight until there are newer ones.
  const [checks, setChecks] = useState<Check[] | null>(null);
  const checking = useMutation({
    mutationFn: (subscribe: boolean) =>
      api("POST /bots/{bot_id}/messenger/check", {
        path: { bot_id: botId },
        body: { subscribe },
      }),
    onSuccess(said) {
      setChecks(said.checks);
      return queries.invalidateQueries(messengerQuery(botId));
    },
  });
  const isLost = checks?.some(isLostSubscription) === true;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          variant="default"
          loading={checking.isPending}
          onClick={() => checking.mutate(false)}
          leftSection={<IconOf icon="refresh" size={16} />}
        >
          {words.check}
        </Button>
        {isLost && (
          <Button disabled={checking.isPending} onClick={() => checking.mutate(true)}>
            {words.subscribe}
          </Button>
        )}
      </Group>
      <div role="status" className="soft-status">
        {checks && <CheckList checks={checks} />}
      </div>
      {checking.isError && <WriteProblem problem={checking.error} />}
    </Stack>
  );
}

function isLostSubscription({ check, outcome }: Check): boolean {
  return check === "subscription" && outcome === "failed";
}
