import {
  Anchor,
  Badge,
  Box,
  Code,
  Collapse,
  Group,
  Stack,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { CopyButton } from "../../parts/copy-button.tsx";
import { IconOf } from "../../parts/icons.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { UnansweredUtterance } from "./overview-data.ts";
import { overviewWords } from "./overview-words.ts";

const colors = { not_understood: "red", asked_back: "violet", other_topic: "gray" } as const;

/** One thing that customers wrote; opened, it tells what the bot makes of it and how to teach it. */
export function UnansweredEntry({ botId, entry }: { botId: string; entry: UnansweredUtterance }) {
  const { unanswered: words } = useWords(overviewWords);
  const { ago } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Box component="li" className="unanswered-entry">
      <UnstyledButton
        w="100%"
        py="sm"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Box className={isOpen ? "chevron open" : "chevron"} c="dimmed" component="span">
            <IconOf icon="chevron" size={16} />
          </Box>
          <Stack gap={4} flex={1} miw={0}>
            <Text fw={500} className="any-text">
              <bdi>{entry.text}</bdi>
            </Text>
            <Group gap="xs">
              <Badge variant="light" color={colors[entry.reason]} className="reason-badge">
                {words.reasons[entry.reason]}
              </Badge>
              <Text size="xs" c="dimmed">
                {words.times(entry.times)} · {ago(entry.last_at)}
              </Text>
            </Group>
          </Stack>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <Explanation botId={botId} entry={entry} />}
      </Collapse>
    </Box>
  );
}

function Explanation({ botId, entry }: { botId: string; entry: UnansweredUtterance }) {
  const { unanswered: words } = useWords(overviewWords);
  const { percent } = useFormats();
  const { intent, confidence, decision, reasons } = entry.explanation;
  const conversation = `/bots/${botId}/conversations`;
  return (
    <Stack gap="sm" pl={32} pb="md">
      <div>
        <Text size="sm" fw={600}>
          {words.understoodAs}
        </Text>
        <Text size="sm">
          {words.intent(intent, percent(confidence), words.decisions[decision])}
        </Text>
      </div>
      <Reasons reasons={reasons} />
      <Teach entry={entry} />
      <Anchor
        size="sm"
        renderRoot={(root) => (
          <Link {...root} to={conversation} search={{ conversation: entry.conversation_id }} />
        )}
      >
        {words.conversation}
      </Anchor>
    </Stack>
  );
}

function Reasons({ reasons }: Pick<UnansweredUtterance["explanation"], "reasons">) {
  const { unanswered: words } = useWords(overviewWords);
  if (reasons.length === 0) return <Text size="sm">{words.noReasons}</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        {words.why}
      </Text>
      <Text size="xs" c="dimmed">
        {words.effect}
      </Text>
      <ul className="reasons">
        {reasons.map(({ rule, effect, text }) => (
          <li key={`${rule} ${effect} ${text}`} lang="en">
            <Code>{effect}</Code> {rule}
            {text && <bdi> “{text}”</bdi>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Teach({ entry: { text, reason } }: { entry: UnansweredUtterance }) {
  const { unanswered: words } = useWords(overviewWords);
  if (reason === "other_topic") {
    return (
      <div>
        <Text size="sm" fw={600}>
          {words.teach}
        </Text>
        <Text size="sm">{words.teachOther}</Text>
      </div>
    );
  }
  const command = `npx meetbot recognize --explain ${quote(text)}`;
  return (
    <div>
      <Text size="sm" fw={600}>
        {words.teach}
      </Text>
      <Text size="sm">{words.teachText}</Text>
      <Group gap="xs" mt={4} wrap="nowrap">
        <Code className="any-text">{command}</Code>
        <CopyButton value={command} />
      </Group>
    </div>
  );
}

/** One word of a shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
