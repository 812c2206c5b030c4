import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { useMay } from "../../../access/role.ts";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import type { Answers, AnswerVersion } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { VersionDifference } from "./version-difference.tsx";

interface Props {
  answers: Answers;
  versions: readonly AnswerVersion[];
  isRestoring(version: number): boolean;
  onRestore(version: number): void;
}

/** The versions, the newest first, each of which can be live again. */
export function VersionList({ versions, ...props }: Props) {
  return (
    <Stack component="ul" gap={0} className="topic-plain-list">
      {versions.map((one) => (
        <VersionEntry key={one.version} one={one} {...props} />
      ))}
    </Stack>
  );
}

function VersionEntry(props: Omit<Props, "versions"> & { one: AnswerVersion }) {
  const { answers, one, isRestoring, onRestore } = props;
  const { version, changed_at, changed_by, what, topic } = one;
  const words = useWords("answers.versions");
  const isEditor = useMay(useBotId())("editor");
  const nameOf = useTopicName(answers);
  const actorName = useActorName();
  const { ago, dateTime } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const isLive = version === answers.version;
  return (
    <li className="version-entry">
      <Group justify="space-between" gap="xs 16px" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600}>{words.version({ version })}</Text>
            {isLive && <ToneBadge tone="good">{words.live}</ToneBadge>}
          </Group>
          <Text size="sm">
            {words.what[what]} {topic !== null && words.of({ name: nameOf(topic) })}
          </Text>
          <Text size="xs" c="dimmed">
            <time dateTime={changed_at} title={dateTime(changed_at)}>
              {ago(changed_at)}
            </time>
            {` · ${words.by({ person: actorName(changed_by) })}`}
          </Text>
        </div>
        {!isLive && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="subtle"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? words.hide : words.compare}
            </Button>
            {isEditor && (
              <Button
                size="xs"
                variant="default"
                aria-label={words.restoreOf({ version })}
                loading={isRestoring(version)}
                onClick={() => onRestore(version)}
              >
                {words.restore}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {isOpen && !isLive && <VersionDifference answers={answers} version={version} />}
    </li>
  );
}
