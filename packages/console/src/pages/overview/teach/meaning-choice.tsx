import { Select } from "@mantine/core";
import { useRef } from "react";
import { useAnswers } from "../../../parts/topics/answers-query.ts";
import { subjectOf, subjects } from "../../../parts/topics/topics.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";

const meanings = ["order", "package", "person", "nothing"] as const;

/** Selects the meaning of a sentence and thereby teaches it. */
export function MeaningChoice(props: {
  text: string;
  /** The bot's uncertain guess at the meaning; `null` if it had none. */
  guess: string | null;
  isBusy: boolean;
  onChoose(meaning: string): void;
}) {
  const { text, guess, isBusy, onChoose } = props;
  const words = useWords("overview.teach");
  const groups = useMeaningGroups(guess);
  const field = useRef<HTMLInputElement>(null);
  // Scrolls so that the list opens below the field and the sentence above stays visible.
  const makeRoom = () =>
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: "center" }));
  return (
    <Select
      ref={field}
      aria-label={words.meansOf({ text })}
      placeholder={words.means}
      size="xs"
      className="teach-meaning"
      data={groups}
      value={null}
      searchable
      nothingFoundMessage={words.noMatch}
      // Rendered in place with its own scrolling, so that it is within the page's main part and a single list to
      // assistive technology.
      comboboxProps={{
        withinPortal: false,
        width: 260,
        position: "bottom-start",
        middlewares: { flip: false },
      }}
      withScrollArea={false}
      classNames={{ options: "teach-meanings" }}
      disabled={isBusy}
      onDropdownOpen={makeRoom}
      onChange={(chosen) => chosen && onChoose(chosen)}
    />
  );
}

function useMeaningGroups(guess: string | null) {
  const words = useWords("overview.teach");
  const { subjects: subjectNames } = useWords("recognition.meaning");
  const { data } = useAnswers();
  const nameOf = useTopicName(data);
  const toItem = (value: string) => ({ value, label: nameOf(value) });
  const topics = (data?.topics ?? []).map(({ topic }) => topic).filter((topic) => topic !== guess);
  return [
    ...(guess === null ? [] : [{ group: words.suggested, items: [toItem(guess)] }]),
    { group: words.meanings, items: meanings.map(toItem) },
    ...subjects.map((subject) => ({
      group: subjectNames[subject],
      items: topics.filter((topic) => subjectOf(topic) === subject).map(toItem),
    })),
  ].filter(({ items }) => items.length > 0);
}
