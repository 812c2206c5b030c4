import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { type Taught, useAnswers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";
import { TopicLink } from "./topic-link.tsx";

/** What the bot was taught, a button to undo it, and a link to its answer. */
export function TaughtNote(props: {
  text: string;
  taught: Taught;
  isUndoing: boolean;
  problem: unknown;
  /** `null`: the role does not allow it. */
  onUndo: (() => void) | null;
  children: ReactNode;
}) {
  const { text, taught, isUndoing, problem, onUndo, children } = props;
  const words = useWords("overview.teach");
  const answers = useAnswers().data;
  const name = useTopicName(answers)(taught.meaning);
  const row = answers?.topics.find(({ topic }) => topic === taught.meaning);
  return (
    <Stack gap={6}>
      <Group gap="xs" role="status">
        <ToneBadge tone="good">{words.taught}</ToneBadge>
        <Text size="sm" fw={600}>
          {words.taughtMeans({ name })}
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
            aria-label={words.undoOf({ text })}
            loading={isUndoing}
            onClick={onUndo}
          >
            {words.undo}
          </Button>
        )}
        {row && <TopicLink row={row} name={name} />}
        {children}
      </Group>
      {problem !== null && <WriteProblem problem={problem} />}
    </Stack>
  );
}
