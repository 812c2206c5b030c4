import { Anchor, Group, Text } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";

/** Shows the tag, and whether a page contains it. */
export function SnippetSection({ bot, facts }: { bot: Bot; facts: ChannelFacts }) {
  const words = useWords("channels");
  const formats = useFormats();
  const seen = facts.pages
    .filter((page) => page.seen_at !== null)
    .sort((one, other) => String(other.seen_at).localeCompare(String(one.seen_at)))[0];
  return (
    <Section id="snippet" title={words.snippet} text={words.snippetText}>
      <CodeBlock code={toTag(bot, facts)} name={words.snippetName} wraps />
      <Group gap={6} wrap="nowrap" align="flex-start" role="status">
        <Text c={seen ? "teal" : "dimmed"} component="span" lh={1.2}>
          <IconOf icon={seen ? "check" : "eye"} size={16} />
        </Text>
        <Text size="sm">
          {seen?.seen_at
            ? words.seenOn({ origin: seen.origin, ago: formats.ago(seen.seen_at) })
            : words.notSeen}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {words.policy}{" "}
        <Anchor href={facts.loader_url} c="dimmed" underline="always">
          {new URL(facts.loader_url).origin}
        </Anchor>
      </Text>
    </Section>
  );
}

/** Returns the tag for the shop's page. */
export function toTag({ bot_id: botId }: Bot, { loader_url: url }: ChannelFacts): string {
  return `<script async src="${url}" data-bot="${botId}"></script>`;
}
