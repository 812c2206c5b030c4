import { Text } from "@mantine/core";
import { languageTags } from "../../../words/locale.ts";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import type { Desk } from "../data/inbox-data.ts";
import { inboxWords, sayPerson } from "../words/inbox-words.ts";
import { turnWords } from "./turn-words.ts";

/** Which colleagues look at the conversation right now, and which of them write. */
export function PresentLine({ present }: Pick<Desk, "present">) {
  const words = useWords(turnWords);
  const people = useWords(inboxWords);
  const { locale } = useSpeaking();
  const list = new Intl.ListFormat(languageTags[locale]);
  const namesOf = (all: Desk["present"]) =>
    list.format(all.map((one) => sayPerson(one, null, people)));
  const writing = present.filter((one) => one.writing);
  const looking = present.filter((one) => !one.writing);
  return (
    <>
      {writing.length > 0 && (
        <Text size="xs" fw={600}>
          {words.writing(namesOf(writing), writing.length)}
        </Text>
      )}
      {looking.length > 0 && (
        <Text size="xs" c="dimmed">
          {words.looking(namesOf(looking), looking.length)}
        </Text>
      )}
    </>
  );
}
