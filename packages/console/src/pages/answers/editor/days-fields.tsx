import { SimpleGrid, TextInput } from "@mantine/core";
import { Section } from "../../../parts/page/section.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { Editing } from "./use-answer-draft.ts";

/** The first and last day on which the bot gives the answer. */
export function DaysFields(props: { editing: Editing; timeZone: string; isFixed: boolean }) {
  const { editing, timeZone, isFixed } = props;
  const { draft, set, faultAt } = editing;
  const words = useWords("answers.editor");
  return (
    <Section id="when" title={words.when} text={words.whenText({ zone: timeZone })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(["from", "until"] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={words[end]}
            value={draft[end]}
            onChange={({ currentTarget }) => set({ [end]: currentTarget.value })}
            error={faultAt(`/valid_${end}`)}
            readOnly={isFixed}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}
