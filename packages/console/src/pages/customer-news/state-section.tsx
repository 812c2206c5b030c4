import { Anchor, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Bot } from "../../access/bot.ts";
import { figuresQuery } from "../../parts/news/figures-query.ts";
import { NewsFigures } from "../../parts/news/news-figures.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { lastPushQuery, pushSecretQuery } from "./data/news-data.ts";

/** Shows whether the shop pushes, how many customers get updates, and the quiet hours, in which most updates wait. */
export function StateSection({ bot }: { bot: Bot }) {
  const words = useWords("customer-news.main");
  const { figures: says } = useWords("news");
  const figures = useQuery(figuresQuery(bot.bot_id));
  return (
    <Section id="state" title={words.state}>
      <FactList
        facts={[
          [words.secret, <PushSecret key="secret" botId={bot.bot_id} />],
          [words.lastPush, <LastPush key="last" botId={bot.bot_id} />],
          [words.offer, <Offer key="offer" bot={bot} />],
          [words.quiet, words.quietHours],
        ]}
      />
      <Text size="sm" c="dimmed" maw={680}>
        {words.quietText}
      </Text>
      <QueryView query={figures} height={110}>
        {(data) => (
          <Stack gap="xs">
            <Text size="sm" fw={600}>
              {says.title({ days: data.days })}
            </Text>
            <NewsFigures figures={data} />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function PushSecret({ botId }: { botId: string }) {
  const words = useWords("customer-news.main");
  const { ago } = useFormats();
  const { data } = useQuery(pushSecretQuery(botId));
  if (!data) return null;
  const text = data.isThere
    ? data.lastUsedAt
      ? words.hasSecret({ lastUsed: ago(data.lastUsedAt) })
      : words.unusedSecret
    : words.noSecret;
  return (
    <>
      {text}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => <Link {...root} to="/bots/$botId/keys" params={{ botId }} />}
      >
        {words.toKeys}
      </Anchor>
    </>
  );
}

function LastPush({ botId }: { botId: string }) {
  const words = useWords("customer-news.main");
  const { ago } = useFormats();
  const { data } = useQuery(lastPushQuery(botId));
  if (!data) return null;
  const [last] = data.data;
  return last ? `${words.methods[last.method]} · ${ago(last.accepted_at)}` : words.noPush;
}

function Offer({ bot }: { bot: Bot }) {
  const words = useWords("customer-news.main");
  return (
    <>
      {bot.news ? words.offered : words.notOffered}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => (
          <Link {...root} to="/bots/$botId/settings" params={{ botId: bot.bot_id }} />
        )}
      >
        {words.toSettings}
      </Anchor>
    </>
  );
}
