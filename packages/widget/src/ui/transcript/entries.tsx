import { h } from "preact";
import type { Chat, ChatState, Entry } from "../../chat/chat.ts";
import type { Words } from "../parts/words.ts";
import { answerOf, endsGroup } from "./groups.ts";
import { Message } from "./message.tsx";
import { SaidAt } from "./said-at.tsx";

/** The list of messages; what was said together has one time, and an answer can be rated. */
export function Entries(
  props: {
    entries: readonly Entry[];
    /** Absent where none can be rated. */
    rated?: ChatState["rated"] | undefined;
    /** Absent where nothing can be said. */
    chat?: Chat;
  },
  { late }: Words,
) {
  const { entries, rated, chat } = props;
  let before: Entry | undefined;
  return (
    <ol class="entries">
      {entries.map((entry, nth) => {
        const said = before;
        const ends = endsGroup(entry, entries[nth + 1]);
        const answer = ends && chat && rated && answerOf(entries, nth);
        if (ends) before = entry;
        return (
          <Message key={entry.key} entry={entry} onRetry={chat?.retry}>
            {ends && (
              <div class="below">
                <SaidAt entry={entry} before={said} />
                {answer && late.Rate && (
                  <late.Rate
                    rating={rated![answer]}
                    onRate={(rating) => chat.rate(answer, rating)}
                  />
                )}
              </div>
            )}
          </Message>
        );
      })}
    </ol>
  );
}
