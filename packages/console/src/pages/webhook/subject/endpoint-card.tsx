import {
  Alert,
  Anchor,
  Badge,
  Button,
  Code,
  Group,
  Paper,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/use-route.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ErrorState } from "../../../parts/page/states.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type Endpoint, endpointQuery, type WebhookStage } from "../data/webhook-data.ts";
import { ListeningNotice } from "./listening-notice.tsx";
import { UrlField } from "./url-field.tsx";
import "../webhook.css";

type Test = NonNullable<Endpoint["last_test"]>;

const colors: Record<Endpoint["state"], string> = {
  verified: "green",
  never_tested: "gray",
  changed: "yellow",
  body_only: "yellow",
  unclear: "yellow",
  refused: "red",
  failed: "red",
  open: "red",
};

/** Shows the webhook's URL and state, and the validity check. */
export function EndpointCard(props: {
  botId: string;
  endpoint: Endpoint;
  mayEdit: boolean;
  stage: WebhookStage;
}) {
  const { botId, endpoint, mayEdit, stage } = props;
  const words = useWords("webhook.endpoint");
  const check = useChange(
    () => api("POST /bots/{bot_id}/endpoint/test", { path: { bot_id: botId }, body: { stage } }),
    endpointQuery(botId).queryKey,
  );
  const test = stage === "next" ? endpoint.next_test : endpoint.last_test;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="endpoint-title">
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="endpoint-title">
            {words.title}
          </Title>
          <Badge color={colors[endpoint.state]} variant="light" size="lg" className="state-badge">
            {words.states[endpoint.state]}
          </Badge>
        </Group>
        <UrlField botId={botId} endpoint={endpoint} />
        <Facts botId={botId} endpoint={endpoint} />
        {endpoint.listener && <ListeningNotice botId={botId} listener={endpoint.listener} />}
        <Condition endpoint={endpoint} />
        {mayEdit && (
          <Group gap="sm" align="center">
            <Button
              variant="default"
              onClick={() => check.mutate()}
              loading={check.isPending}
              leftSection={<IconOf icon="play" size={16} />}
            >
              {words.test}
            </Button>
            <Text size="sm" c="dimmed" flex="1 1 260px">
              {words.testHint}
            </Text>
          </Group>
        )}
        {check.isError && <ErrorState problem={check.error} />}
        {test && <Steps test={test} />}
      </Stack>
    </Paper>
  );
}

function Facts({ botId, endpoint }: { botId: string; endpoint: Endpoint }) {
  const words = useWords("webhook.endpoint");
  const current = endpoint.secrets.find(({ stage }) => stage === "current")?.fingerprint ?? "—";
  const facts = [
    [
      words.secret,
      <Anchor
        key="secret"
        size="sm"
        renderRoot={(root) => <Link {...root} to={`/bots/${botId}/keys` as string} />}
      >
        <Code>{current}</Code>
      </Anchor>,
    ],
    [words.page, <Code key="page">{endpoint.page_id}</Code>],
    [words.deadline, words.deadlineOf({ seconds: endpoint.deadline_ms / 1000 })],
  ] as const;
  return (
    <Group component="dl" gap="lg" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}

function Condition({ endpoint }: { endpoint: Endpoint }) {
  const words = useWords("webhook.endpoint");
  const formats = useFormats();
  const nameOf = useActorName();
  const { state, last_test: test, stopped, failing_since: since } = endpoint;
  return (
    <Stack gap="xs">
      <Alert color={colors[state]} variant="light" icon={<IconOf icon={iconOf(state)} />}>
        <Text size="sm">{words.stateTexts[state]}</Text>
        {test && (
          <Text size="sm" c="dimmed" mt={4}>
            {words.lastTest({
              when: formats.dateTime(test.at),
              who:
                test.by === "command line" || test.by === null ? words.somebody : nameOf(test.by),
              secret: test.secret,
            })}
          </Text>
        )}
      </Alert>
      {stopped && (
        <Alert color="red" variant="light" icon={<IconOf icon="warning" />}>
          {words.stopped[stopped.for]({ when: formats.dateTime(stopped.at) })}
        </Alert>
      )}
      {since && !stopped && (
        <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
          {words.failingSince({ when: formats.dateTime(since) })}
        </Alert>
      )}
    </Stack>
  );
}

function iconOf(state: Endpoint["state"]) {
  return state === "verified" ? "check" : state === "never_tested" ? "webhook" : "warning";
}

/** The result of each step of the check. */
function Steps({ test }: { test: Test }) {
  const words = useWords("webhook.endpoint");
  const formats = useFormats();
  return (
    <Stack gap={4} component="ul" className="plain-list" aria-label={words.stepsTitle}>
      {test.steps.map((step) => {
        const isEcho = step.name === "echo";
        const isGood = step.outcome === (isEcho ? "accepted" : "refused");
        const isTurnedAway = isEcho && (step.http_status === 401 || step.http_status === 403);
        const told = isTurnedAway
          ? words.outcomes.turnedAway
          : words.outcomes[isEcho ? "echo" : "stranger"][step.outcome];
        return (
          <li key={step.name} className="step-row">
            <span className={`status-mark ${isGood ? "good-text" : "bad-text"}`}>
              <IconOf icon={isGood ? "check" : "close"} size={14} />
            </span>
            <Text span size="sm">
              {words.steps[step.name]}
            </Text>
            <Text span size="sm" fw={600} className={isGood ? "good-text" : "bad-text"}>
              {told}
            </Text>
            <Text span size="sm" c="dimmed">
              {[
                step.http_status !== null && `HTTP ${step.http_status}`,
                step.duration_ms !== null && `${formats.number(Math.round(step.duration_ms))} ms`,
                !isGood && step.detail,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </li>
        );
      })}
    </Stack>
  );
}
