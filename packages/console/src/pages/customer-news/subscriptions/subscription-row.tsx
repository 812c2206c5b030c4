import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { consentWordings, customerLocales, say } from "@meetbot/presentation";
import { Link } from "@tanstack/react-router";
import type { Bot } from "../../../access/bot.ts";
import { ConfirmDialog } from "../../../parts/form/confirm-dialog.tsx";
import { nameChannel } from "../../../parts/news/news-names.ts";
import { customerTag } from "../../../words/customer-languages.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type Subscription, useEnding } from "../data/news-data.ts";

/** What one customer is subscribed to, how they subscribed, and a button to end it. */
export function SubscriptionRow({ bot, subscription }: { bot: Bot; subscription: Subscription }) {
  const words = useWords("customer-news.main");
  const news = useWords("news");
  const formats = useFormats();
  const { scope, subject, channel, source, conversation_id: conversationId } = subscription;
  const { created_at: since, ends_at: until, ended_at: endedAt, ended_by: by } = subscription;
  const what = `${words.scopes[scope]} ${subject}`;
  const facts = [
    nameChannel(channel, news),
    words.sources[source],
    words.since({ at: formats.date(since) }),
    ...(endedAt === null && until ? [words.until({ at: formats.date(until) })] : []),
    ...(endedAt && by
      ? [words.endedAt({ at: formats.dateTime(endedAt), why: news.ends[by] })]
      : []),
  ];
  return (
    <li>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text size="sm" fw={600} className="any-text">
              {what}
            </Text>
            <Anchor
              size="sm"
              underline="always"
              renderRoot={(root) => (
                <Link
                  {...root}
                  to="/bots/$botId/conversations/$conversationId"
                  params={{ botId: bot.bot_id, conversationId }}
                />
              )}
            >
              {words.toConversation}
            </Anchor>
          </Group>
          <Text size="sm" c="dimmed">
            {facts.join(" · ")}
          </Text>
          <Wording subscription={subscription} />
        </Stack>
        {endedAt === null && bot.role !== "viewer" && (
          <Ending botId={bot.bot_id} id={subscription.subscription_id} what={what} />
        )}
      </Group>
    </li>
  );
}

/** The text that the customer agreed to, as they read it. */
function Wording({ subscription: { wording, locale } }: { subscription: Subscription }) {
  const words = useWords("customer-news.main");
  const agreed = Object.entries(consentWordings).find(
    ([number]) => Number(number) === wording,
  )?.[1];
  const language = customerLocales.find((one) => one === locale);
  if (!agreed || !language) return null;
  return (
    <details>
      <summary>
        <Text span size="sm" c="dimmed">
          {words.wording({ number: wording })}
        </Text>
      </summary>
      <Text size="sm" lang={customerTag(language)} className="any-text">
        {"choice" in agreed && `${say(language, agreed.choice)}: `}
        {say(language, agreed.told)}
      </Text>
    </details>
  );
}

function Ending({ botId, id, what }: { botId: string; id: string; what: string }) {
  const words = useWords("customer-news.main");
  const [isAsking, asking] = useDisclosure(false);
  const ending = useEnding(botId);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        className="danger-button"
        style={{ flexShrink: 0 }}
        aria-label={words.endOf({ what })}
        onClick={asking.open}
      >
        {words.end}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.endTitle({ what })}
        text={words.endText}
        confirm={words.end}
        isBusy={ending.isPending}
        problem={ending.error}
        onConfirm={() => ending.mutate(id, { onSuccess: asking.close })}
        onClose={() => {
          ending.reset();
          asking.close();
        }}
      />
    </>
  );
}
