import { Anchor, Group, Text } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { CheckNow } from "../../parts/channel/check-now.tsx";
import { FailureText } from "../../parts/channel/failure-text.tsx";
import { Counted, LinkHead } from "../../parts/channel/link-head.tsx";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Telegram } from "./telegram-data.ts";

type TelegramBot = NonNullable<Telegram["bot"]>;

/** Failed checks that mean some or all messages do not arrive here: another webhook is set, or too few update types. */
const ofWebhook: readonly string[] = ["other_webhook", "updates_missing"];

/** The Telegram bot's status; Telegram is queried only on request. */
export function StatusSection(props: { bot: Bot; state: Telegram; telegramBot: TelegramBot }) {
  const { bot, state, telegramBot } = props;
  const words = useWords("telegram.main");
  const { status } = useWords("fields.channel");
  const path = { bot_id: bot.bot_id };
  return (
    <Section id="status" title={status}>
      <LinkHead link={telegramBot} name={nameOf(telegramBot)} words={words} />
      <Facts telegramBot={telegramBot} webhookUrl={state.webhook_url} />
      {bot.role !== "viewer" && (
        <CheckNow
          botId={bot.bot_id}
          channel="telegram"
          words={words}
          isLost={({ problem }) => problem !== null && ofWebhook.includes(problem.kind)}
          ask={(subscribe) =>
            api("POST /bots/{bot_id}/telegram/check", { path, body: { subscribe } })
          }
        >
          {({ pending_updates: pending, can_join_groups: canJoin }) => (
            <>
              {pending !== null && <Text size="sm">{words.pending({ count: pending })}</Text>}
              {canJoin && <Text size="sm">{words.canJoinGroups}</Text>}
            </>
          )}
        </CheckNow>
      )}
    </Section>
  );
}

/** A Telegram bot as people know it. */
export function nameOf({ name, username }: TelegramBot): string {
  return name ? `${name} (@${username})` : `@${username}`;
}

function Facts({ telegramBot, webhookUrl }: { telegramBot: TelegramBot; webhookUrl: string }) {
  const words = useWords("telegram.main");
  const failures = useWords("telegram.failures");
  const formats = useFormats();
  const { facts } = words;
  const { link, checked_at: checkedAt, last_event_at: lastAt, unknown } = telegramBot;
  const { last_failure: problem } = telegramBot;
  return (
    <FactList
      facts={[
        [facts.link, <PublicLink key="link" link={link} name={words.linkCopy} />],
        [facts.connected, formats.dateTime(telegramBot.connected_at)],
        [facts.checked, checkedAt ? formats.ago(checkedAt) : words.unchecked],
        [facts.webhook, webhookUrl],
        [facts.lastEvent, lastAt ? formats.ago(lastAt) : words.noEvent],
        [facts.waiting, formats.number(telegramBot.waiting)],
        [
          facts.unknown,
          unknown > 0 ? <Counted key="unknown" count={unknown} note={words.unknownText} /> : null,
        ],
        [facts.failed, formats.number(telegramBot.failed)],
        [
          facts.lastFailure,
          problem && (
            <FailureText
              key="problem"
              failure={problem}
              at={formats.ago(problem.at)}
              words={failures}
            />
          ),
        ],
      ]}
    />
  );
}

function PublicLink({ link, name }: { link: string; name: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Anchor href={link} size="sm" underline="always" target="_blank" rel="noreferrer">
        {link}
      </Anchor>
      <CopyButton value={link} name={name} />
    </Group>
  );
}
