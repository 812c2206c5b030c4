import { Alert, Anchor, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";
import { identityCode } from "./identity-code.ts";
import { toTag } from "./snippet-section.tsx";

type Language = keyof typeof identityCode;
const languages = Object.keys(identityCode) as Language[];

/** How the shop identifies signed-in customers. */
export function IdentitySection({ bot, facts }: { bot: Bot; facts: ChannelFacts }) {
  const words = useWords("channels");
  const formats = useFormats();
  const [language, setLanguage] = useState<Language>("Node.js");
  const { identity_at: vouchedAt } = facts;
  const tag = toTag(bot, facts).replace("></script>", ' data-identity="TOKEN"></script>');
  return (
    <Section id="identity" title={words.identity} text={words.identityText}>
      <Group gap={6} wrap="nowrap" align="flex-start" role="status">
        <Text c={vouchedAt ? "teal" : "dimmed"} component="span" lh={1.2}>
          <IconOf icon={vouchedAt ? "check" : "eye"} size={16} />
        </Text>
        <Text size="sm">
          {vouchedAt ? words.vouched({ ago: formats.ago(vouchedAt) }) : words.notVouched}
        </Text>
      </Group>
      <Stack gap="xs">
        <Text fw={600}>{words.identitySteps.sign}</Text>
        <Text size="sm" c="dimmed">
          {words.identitySteps.signText}{" "}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(root) => (
              <Link {...root} to={`/bots/${bot.bot_id}/keys` as string} hash="identity" />
            )}
          >
            {words.identitySteps.toKeys}
          </Anchor>
        </Text>
        <SegmentedControl
          aria-label={words.languageOf}
          data={languages}
          value={language}
          onChange={(chosen) => setLanguage(chosen as Language)}
          style={{ alignSelf: "flex-start" }}
        />
        <CodeBlock
          code={identityCode[language]}
          name={`${words.identitySteps.sign}, ${language}`}
        />
      </Stack>
      <Stack gap="xs">
        <Text fw={600}>{words.identitySteps.pass}</Text>
        <Text size="sm" c="dimmed">
          {words.identitySteps.passText}
        </Text>
        <CodeBlock
          code={`${tag}\n\nMeetbot("identify", token);`}
          name={words.identitySteps.pass}
          wraps
        />
      </Stack>
      <Alert variant="light" color="yellow" icon={<IconOf icon="warning" />}>
        {words.identityNever}
      </Alert>
    </Section>
  );
}
