import { h } from "preact";
import type { Entry } from "../../chat/chat.ts";
import { Message } from "./message.tsx";

/** The list of messages. It tells no times: what is replayed does not say when it was said. */
export function Entries(props: { entries: readonly Entry[]; onRetry?: (key: string) => void }) {
  return (
    <ol class="entries">
      {props.entries.map((entry) => (
        <Message key={entry.key} entry={entry} onRetry={props.onRetry} />
      ))}
    </ol>
  );
}
