import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Bot } from "../../../access/bot.ts";
import { nameChannel } from "../../../parts/news/news-names.ts";
import { Section } from "../../../parts/page/section.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import {
  type SubscriptionCounts,
  type SubscriptionFilter,
  useSubscriptions,
} from "../data/news-data.ts";
import { PageOfRows } from "../data/page-of-rows.tsx";
import { SubscriptionRow } from "./subscription-row.tsx";

type Which = NonNullable<SubscriptionFilter["state"]>;

/** Lists which customers subscribed to what, and counts them. */
export function SubscriptionsSection({ bot }: { bot: Bot }) {
  const words = useWords("customer-news.main");
  const [which, setWhich] = useState<Which>("living");
  const subscriptions = useSubscriptions(bot.bot_id, { state: which });
  const living = subscriptions.data?.pages.at(-1);
  return (
    <Section id="subscriptions" title={words.subscriptions} text={words.subscriptionsText}>
      <Stack gap="sm">
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={words.which}
            value={which}
            onChange={(value) => setWhich(value as Which)}
            data={[
              { value: "living", label: words.living },
              { value: "ended", label: words.ended },
            ]}
          />
          {living && <Counts living={living} />}
        </Group>
        <PageOfRows
          query={subscriptions}
          label={words.subscriptions}
          none={which === "living" ? words.noSubscriptions : words.noEnded}
        >
          {(one) => <SubscriptionRow key={one.subscription_id} bot={bot} subscription={one} />}
        </PageOfRows>
      </Stack>
    </Section>
  );
}

/** Shows the current number of subscriptions per channel. */
function Counts({ living: { living, living_by: by } }: { living: SubscriptionCounts }) {
  const words = useWords("customer-news.main");
  const news = useWords("news");
  const { number } = useFormats();
  if (living === 0) return null;
  const counted = (name: string, count: number) =>
    words.counted({ state: name, count: number(count) });
  const facts = [
    counted(words.living, living),
    ...by.channel.map(({ channel, subscriptions }) =>
      counted(nameChannel(channel, news), subscriptions),
    ),
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.join(" · ")}
    </Text>
  );
}
