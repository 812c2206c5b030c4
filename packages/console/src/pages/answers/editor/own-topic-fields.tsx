import { Stack, Textarea, TextInput } from "@mantine/core";
import { Section } from "../../../parts/page/section.tsx";
import type { Answers } from "../../../parts/topics/answers-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Editing } from "./use-answer-draft.ts";

/** The server's limit. */
const nameLength = 80;

/** The name of a custom topic and the example sentences that identify it. */
export function OwnTopicFields(props: {
  editing: Editing;
  limits: Answers["limits"];
  isFixed: boolean;
}) {
  const { editing, limits, isFixed } = props;
  const { draft, set, faultAt } = editing;
  const words = useWords("answers.editor");
  const { number } = useFormats();
  return (
    <Section id="topic" title={words.topic} text={words.topicText}>
      <Stack gap="md">
        <TextInput
          label={words.name}
          description={words.nameText}
          value={draft.name}
          maxLength={nameLength}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={faultAt("/name")}
          readOnly={isFixed}
        />
        <Textarea
          label={words.examples}
          description={words.examplesText({ recommended: number(limits.recommended_examples) })}
          autosize
          minRows={3}
          maxRows={12}
          value={draft.examples}
          onChange={({ currentTarget }) => set({ examples: currentTarget.value })}
          error={faultAt("/examples")}
          readOnly={isFixed}
        />
      </Stack>
    </Section>
  );
}
