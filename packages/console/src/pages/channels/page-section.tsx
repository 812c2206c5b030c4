import { Button, Group } from "@mantine/core";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";

/** The standalone chat page, outside any shop page. */
export function PageSection({ facts }: { facts: ChannelFacts }) {
  const words = useWords("channels");
  return (
    <Section id="page" title={words.page} text={words.pageText}>
      <CodeBlock code={facts.chat_url} name={words.pageName} wraps />
      <Group>
        <Button
          variant="default"
          component="a"
          href={facts.chat_url}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconOf icon="external" size={16} />}
        >
          {words.open}
        </Button>
      </Group>
    </Section>
  );
}
