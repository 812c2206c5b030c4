import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import { isOrder } from "../is-order.ts";
import type { Sayings } from "./language-sayings.fixture.ts";

const intents: Readonly<Record<string, string>> = { person: "human_agent" };

/** Whether a sentence says the key below which it stands, and nothing else of its kind. */
const says: Readonly<Record<keyof Sayings, (key: string, said: Recognition) => boolean>> = {
  talk: (key, { intent, decision }) =>
    decision === "act" && (key === "order" ? isOrder(intent) : intent === (intents[key] ?? key)),
  facts: (key, { about, concern }) => about.join() === key && concern === null,
  lists: (key, { narrowing, filter }) =>
    key === "unpaid"
      ? filter === "unpaid" || narrowing?.list === "unpaid"
      : narrowing !== null && key in narrowing,
  surveys: (key, { narrowing }) => narrowing?.survey === key,
  concerns: (key, { concern, topic }) =>
    concern === key || catalog.some(({ id, concern: its }) => id === topic?.id && its === key),
  topics: (key, { topic }) => topic?.id === key,
};

/** Checks whether recognition read the sentence as this key in this part of the table. */
export const isUnderstood = (part: keyof Sayings, key: string, said: Recognition): boolean =>
  says[part](key, said);
