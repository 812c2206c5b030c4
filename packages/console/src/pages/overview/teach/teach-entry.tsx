import { Button, Group, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "../../../api/api-problem.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { ConflictList } from "../../../parts/page/conflict-list.tsx";
import { conflictsOf } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { UnansweredUtterance } from "../data/overview-data.ts";
import { AnswerForm } from "./answer-form.tsx";
import { MeaningChoice } from "./meaning-choice.tsx";
import { TaughtNote } from "./taught-note.tsx";
import { WriteLink } from "./topic-link.tsx";
import { type TaughtSentence, useTeaching } from "./use-teaching.ts";

/** Teaches the bot what a customer's message means or how to answer it. */
export function TeachEntry(props: {
  entry: UnansweredUtterance;
  isEditor: boolean;
  /** Extra actions shown next to the entry. */
  children: ReactNode;
}) {
  const { entry, isEditor, children } = props;
  const words = useWords("overview.teach");
  const { teaching, undoing, taught, canUndo } = useTeaching(entry);
  const [isAnswering, setAnswering] = useState(false);
  const teach = (lesson: TaughtSentence) =>
    teaching.mutate(lesson, { onSuccess: () => setAnswering(false) });
  if (taught) {
    return (
      <TaughtNote
        text={entry.text}
        taught={taught}
        isUndoing={undoing.isPending}
        problem={undoing.error}
        onUndo={isEditor && canUndo ? () => undoing.mutate(undefined) : null}
      >
        {children}
      </TaughtNote>
    );
  }
  if (!isEditor) return children;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <MeaningChoice
          text={entry.text}
          guess={entry.explanation.topic?.id ?? null}
          isBusy={teaching.isPending}
          onChoose={(meaning) => teach({ meaning })}
        />
        <Button
          size="xs"
          variant="light"
          aria-label={words.answerOf({ text: entry.text })}
          aria-expanded={isAnswering}
          onClick={() => setAnswering(!isAnswering)}
        >
          {words.answer}
        </Button>
        <WriteLink topic={entry.explanation.topic?.id ?? null} />
        {children}
      </Group>
      {isAnswering && (
        <AnswerForm
          entry={entry}
          isBusy={teaching.isPending}
          problem={teaching.error}
          onAnswer={teach}
          onCancel={() => setAnswering(false)}
        />
      )}
      {teaching.isError && <Refusal problem={teaching.error} isAtField={isAnswering} />}
    </Stack>
  );
}

function Refusal({ problem, isAtField }: { problem: unknown; isAtField: boolean }) {
  const conflicts = conflictsOf(problem);
  if (conflicts.length > 0) return <ConflictList conflicts={conflicts} />;
  const isShown = problem instanceof ApiProblem && problem.errors.some(isField);
  return isAtField && isShown ? null : <WriteProblem problem={problem} />;
}

const isField = ({ pointer }: { pointer: string }) => isTextOrName.test(pointer);

const isTextOrName = /\/texts\/[^/]+\/text$|\/name$/;
