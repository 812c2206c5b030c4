import { h } from "preact";
import type { Chat, ChatState, Entry } from "../../chat/chat.ts";
import type { ChatWords } from "../parts/words.ts";
import { Message } from "./message.tsx";

/** The list of messages, with the times and ratings below them. */
export function Entries(
  props: {
    entries: readonly Entry[];
    /** Absent if no answer can be rated. */
    rated?: ChatState["rated"] | undefined;
    /** Absent where the customer cannot write. */
    chat?: Chat;
  },
  { late }: ChatWords,
) {
  return (
    <ol class="entries">
      {props.entries.map((entry, nth) => (
        <Message key={entry.key} entry={entry} onRetry={props.chat?.retry}>
          {late.Below && <late.Below {...props} nth={nth} />}
        </Message>
      ))}
    </ol>
  );
}
