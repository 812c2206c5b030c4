import { Alert, List, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useWords } from "../../words/speaking.tsx";
import { type Conflict, useAnswers } from "../topics/answers-query.ts";
import { useTopicName } from "../topics/use-topic-name.ts";
import { IconOf } from "./icons.tsx";

/** Number of conflicts shown, enough to explain the problem. */
const maxShown = 5;

/** Lists the messages whose meaning a sentence would change, which is why the server rejected it. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  const words = useWords("recognition.meaning");
  const nameOf = useTopicName(useAnswers().data);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <Alert
      ref={alert}
      color="yellow"
      variant="light"
      icon={<IconOf icon="warning" />}
      role="alert"
      title={
        <Text span c="var(--mantine-color-text)" fw={600} inherit>
          {words.conflictTitle}
        </Text>
      }
    >
      <Stack gap="xs">
        <Text size="sm">{words.conflictText}</Text>
        <List size="sm">
          {conflicts.slice(0, maxShown).map(({ text, before, after }) => (
            <List.Item key={text}>
              {words.conflict({ text, before: nameOf(before), after: nameOf(after) })}
            </List.Item>
          ))}
        </List>
        {conflicts.length > maxShown && (
          <Text size="sm">{words.moreConflicts({ count: conflicts.length - maxShown })}</Text>
        )}
        <Text size="sm">{words.conflictAdvice}</Text>
      </Stack>
    </Alert>
  );
}
