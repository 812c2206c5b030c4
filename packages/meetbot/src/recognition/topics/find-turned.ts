import type { AnswerBook, Meaning } from "@meetbot/model/answers/answer-book.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { recognize } from "../recognize.ts";
import { clearRequests } from "./clear-requests.ts";

/** A sentence whose meaning would change once the new sentence is taught. */
export interface Conflict {
  text: string;
  was: Meaning;
  becomes: Meaning;
}

/**
 * Returns the clear requests whose meaning changes under the new book and no longer matches what they ask for.
 * Recognizes each request at most twice, however many sentences the book has. Pure.
 */
export function findTurned(before: AnswerBook, after: AnswerBook): Conflict[] {
  return clearRequests.flatMap(({ text, meaning }) => {
    const becomes = meaningOf(recognize(text, { book: after }));
    if (becomes === meaning) return [];
    const was = meaningOf(recognize(text, { book: before }));
    return was === becomes ? [] : [{ text, was, becomes }];
  });
}

/** Returns the meaning of a recognized utterance, in the answer book's terms. */
function meaningOf({ topic, intent, decision }: Recognition): Meaning {
  if (topic) return topic.id as Meaning;
  if (decision !== "act") return "nothing";
  if (intent === "order_query") return "order";
  if (intent === "package_track") return "package";
  return intent === "human_agent" ? "person" : "nothing";
}
