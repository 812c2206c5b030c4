import { Anchor, Box, Collapse, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useMay } from "../../access/role.ts";
import { ExplanationPanel } from "../../parts/page/explanation-panel.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { UnansweredUtterance } from "./data/overview-data.ts";
import { TeachEntry } from "./teach/teach-entry.tsx";

const tones = { not_understood: "bad", asked_back: "wait", other_topic: "quiet" } as const;

/**
 * One sentence that customers wrote, with a form to teach it; when opened, it shows how the bot interprets the
 * sentence.
 */
export function UnansweredEntry({ botId, entry }: { botId: string; entry: UnansweredUtterance }) {
  const { unanswered: words } = useWords("overview.main");
  const { ago } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isEditor = useMay(botId)("editor");
  return (
    <Box component="li" className="unanswered-entry">
      <UnstyledButton
        w="100%"
        pt="sm"
        pb={4}
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
              <ToneBadge tone={tones[entry.reason]}>{words.reasons[entry.reason]}</ToneBadge>
              <Text size="xs" c="dimmed">
                <Text span fw={600} c="var(--mantine-color-text)">
                  {words.times({ times: entry.times })}
                </Text>
                {` · ${ago(entry.last_at)}`}
              </Text>
            </Group>
          </Stack>
        </Group>
      </UnstyledButton>
      <Box pl={28} pb="sm" pt={4}>
        <TeachEntry entry={entry} isEditor={isEditor}>
          <ConversationLink botId={botId} entry={entry} />
        </TeachEntry>
      </Box>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && (
          <Box pl={28} pb="md">
            <ExplanationPanel recognition={entry.explanation} />
          </Box>
        )}
      </Collapse>
    </Box>
  );
}

function ConversationLink({ botId, entry }: { botId: string; entry: UnansweredUtterance }) {
  const { unanswered: words } = useWords("overview.main");
  return (
    <Anchor
      size="sm"
      aria-label={words.conversationOf({ text: entry.text })}
      renderRoot={(root) => (
        <Link
          {...root}
          to="/bots/$botId/conversations/$conversationId"
          params={{ botId, conversationId: entry.conversation_id }}
          search={{ message: entry.seq }}
          // The conversation page scrolls to the message itself.
          resetScroll={false}
        />
      )}
    >
      {words.conversation}
    </Anchor>
  );
}
