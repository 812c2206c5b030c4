import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useBotId } from "../../../access/bot.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { type Taught, useAnswers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";
import { teachWords } from "./teach-words.ts";

/** What was taught, how it is taken back, and where its answer stands. */
export function TaughtNote(props: {
  text: string;
  taught: Taught;
  isUndoing: boolean;
  problem: unknown;
  /** `null`: the role does not allow it. */
  onUndo: (() => void) | null;
}) {
  const { text, taught, isUndoing, problem, onUndo } = props;
  const words = useWords(teachWords);
  const answers = useAnswers().data;
  const name = useTopicName(answers)(taught.meaning);
  const row = answers?.topics.find(({ topic }) => topic === taught.meaning);
  return (
    <Stack gap={6}>
      <Group gap="xs" role="status">
        <ToneBadge tone="good">{words.taught}</ToneBadge>
        <Text size="sm" fw={600}>
          {words.taughtMeans(name)}
        </Text>
        <Text size="sm" c="dimmed">
          {words.taughtLive}
        </Text>
      </Group>
      <Group gap="sm">
        {onUndo && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconOf icon="undo" size={14} />}
            aria-label={words.undoOf(text)}
            loading={isUndoing}
            onClick={onUndo}
          >
            {words.undo}
          </Button>
        )}
        {row && <TopicLink topic={row.topic} label={labelOf()} />}
      </Group>
      {problem !== null && <WriteProblem problem={problem} />}
    </Stack>
  );

  function labelOf() {
    return row?.state === "none" ? words.write(name) : words.open(name);
  }
}

function TopicLink({ topic, label }: { topic: string; label: string }) {
  const botId = useBotId();
  return (
    <Anchor
      size="sm"
      renderRoot={(root) => (
        <Link {...root} to="/bots/$botId/answers/$topic" params={{ botId, topic }} />
      )}
    >
      {label}
    </Anchor>
  );
}
