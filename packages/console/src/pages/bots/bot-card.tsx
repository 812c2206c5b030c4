import "./bots.css";
import { Badge, Code, Group, Paper, Progress, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Bot, checklistQuery } from "../../access/bot.ts";
import { connectedBy } from "../../access/connected-by.ts";
import type { ListedBot } from "../../access/role.ts";
import { type Icon, IconOf } from "../../parts/page/icons.tsx";
import { useConnectorTitle } from "../../parts/shop/shop-query.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";

/** Shows a bot at a glance: the operator's role, its shop connection and its progress; agents see only its name. */
export function BotCard({ bot }: { bot: ListedBot }) {
  const words = useWords("bots");
  const { bot_id: botId, name, role, demo } = bot;
  return (
    <Paper withBorder p="md" className="bot-card" component="article">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Link to={`/bots/${botId}` as string} className="bot-card-link">
          {name}
        </Link>
        <Group gap={6} wrap="nowrap">
          {demo && <Badge variant="light">{words.demo}</Badge>}
          <Badge variant="default">{words.roles[role]}</Badge>
        </Group>
      </Group>
      {bot.role === "agent" ? (
        <Code>{botId}</Code>
      ) : (
        <>
          <div>
            <Code>{botId}</Code>
            <Endpoint endpoint={bot.endpoint} />
          </div>
          <Health
            botId={botId}
            health={bot.endpoint_health}
            isConnected={connectedBy(bot.endpoint) !== null}
          />
          <GoLive botId={botId} />
        </>
      )}
    </Paper>
  );
}

const withoutScheme = (url: string) => url.replace(/^https:\/\//, "").replace(/\/$/, "");

/** Shows where Meetbot queries the shop: its webhook or its platform. */
function Endpoint({ endpoint }: { endpoint: string }) {
  const platform = useConnectorTitle(connectedBy(endpoint));
  return (
    <Text size="sm" c="dimmed" mt={6} truncate title={platform ?? endpoint}>
      {platform ?? withoutScheme(endpoint)}
    </Text>
  );
}

function Health(props: {
  botId: string;
  health: Bot["endpoint_health"];
  /** Whether Meetbot queries the shop's platform directly. */
  isConnected: boolean;
}) {
  const { botId, health, isConnected } = props;
  const words = useWords("bots");
  const { data } = useQuery(checklistQuery(botId));
  const test = data?.data.find(({ id }) => id === "endpoint_test");
  const formats = useFormats();
  const { stopped_for: stopped, failing_since: failing } = health;
  const reason = data?.data.find(({ id }) => id === "endpoint")?.reason;
  const isTroubled = isConnected && reason?.startsWith("connector_");
  const shown: { icon: Icon; color: string; text: string } = isTroubled
    ? { icon: "close", color: "red", text: words.troubled }
    : isConnected && !failing && !stopped
      ? { icon: "check", color: "teal", text: words.connected }
      : stopped
        ? {
            icon: "close",
            color: "red",
            text: stopped === "gone" ? words.stoppedGone : words.stoppedFailing,
          }
        : failing
          ? {
              icon: "warning",
              color: "yellow",
              text: words.failing({ since: formats.dateTime(failing) }),
            }
          : test?.reason === "never_tested"
            ? { icon: "warning", color: "yellow", text: words.neverTested }
            : { icon: "check", color: "teal", text: words.healthy };
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Text c={shown.color} component="span" lh={1.4}>
        <IconOf icon={shown.icon} size={16} />
      </Text>
      <Text size="sm">{shown.text}</Text>
    </Group>
  );
}

function GoLive({ botId }: { botId: string }) {
  const words = useWords("bots");
  const { data, isError } = useQuery(checklistQuery(botId));
  // Counts like the checklist: points that are not needed count as done.
  const points = data?.data ?? [];
  const done = points.filter(({ state }) => state === "done" || state === "not_needed").length;
  const isReady = data !== undefined && points.every(({ state }) => state !== "to_do");
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="xs" c="dimmed">
          {words.progress}
        </Text>
        {data ? (
          <Text size="xs" fw={600}>
            {isReady ? words.live : words.progressOf({ done, all: points.length })}
          </Text>
        ) : isError ? (
          <Text size="xs" c="dimmed">
            {words.unknown}
          </Text>
        ) : (
          <Skeleton height={14} width={48} />
        )}
      </Group>
      <Progress
        value={points.length === 0 ? 0 : (done / points.length) * 100}
        size="sm"
        color={isReady ? "teal" : "meetbot"}
        aria-label={words.progress}
      />
    </div>
  );
}
