import { Text } from "@mantine/core";
import { languageTags } from "../../../words/locale.ts";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import type { InboxDesk } from "../data/inbox-data.ts";
import { formatPerson } from "../words/say-names.ts";

/** Shows which colleagues are viewing the conversation and which of them are typing. */
export function PresentLine({ present }: Pick<InboxDesk, "present">) {
  const words = useWords("inbox.turns");
  const people = useWords("inbox.main");
  const { locale } = useSpeaking();
  const list = new Intl.ListFormat(languageTags[locale]);
  const namesOf = (all: InboxDesk["present"]) =>
    list.format(all.map((one) => formatPerson(one, null, people)));
  const writing = present.filter((one) => one.writing);
  const looking = present.filter((one) => !one.writing);
  return (
    <>
      {writing.length > 0 && (
        <Text size="xs" fw={600}>
          {words.writing({ names: namesOf(writing), count: writing.length })}
        </Text>
      )}
      {looking.length > 0 && (
        <Text size="xs" c="dimmed">
          {words.looking({ names: namesOf(looking), count: looking.length })}
        </Text>
      )}
    </>
  );
}
