import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  type ChannelName,
  messengerQuery,
  telegramQuery,
} from "../../parts/channel/channel-query.ts";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Shows the state of the Facebook Page and links to its page in the console. */
export function MessengerSection({ botId }: { botId: string }) {
  const { data } = useQuery(messengerQuery(botId));
  const page = data?.page;
  const link = page && { state: page.state, name: page.name ?? page.page_id };
  return <LinkSection botId={botId} channel="messenger" link={data && (link ?? null)} />;
}

/** Shows the state of the Telegram bot and links to its page in the console. */
export function TelegramSection({ botId }: { botId: string }) {
  const { data } = useQuery(telegramQuery(botId));
  const link = data?.bot && { state: data.bot.state, name: `@${data.bot.username}` };
  return <LinkSection botId={botId} channel="telegram" link={data && (link ?? null)} />;
}

function LinkSection(props: {
  botId: string;
  channel: ChannelName;
  /** `null` if nothing is connected; `undefined` until that is known. */
  link: { state: "connected" | "paused" | "stopped"; name: string } | null | undefined;
}) {
  const { botId, channel, link } = props;
  const words = useWords("channels").links[channel];
  const states = useWords("channels").linkStates;
  return (
    <Section id={channel} title={words.title} text={words.text}>
      <Group gap="sm" mih={28}>
        {link !== undefined && (
          <Text size="sm" role="status">
            {link ? states[link.state]({ name: link.name }) : words.none}
          </Text>
        )}
        <Anchor
          size="sm"
          underline="always"
          renderRoot={(root) => (
            <Link {...root} to={`/bots/${botId}/channels/${channel}` as string} />
          )}
        >
          {link ? words.toPage : words.connect}
        </Anchor>
      </Group>
    </Section>
  );
}
