import {
  chineseStop,
  namingMessages,
  orderMessages,
  startMessages,
  stopMessages,
  stopSentences,
  whichMessages,
} from "./news-lexicon.ts";

/**
 * What a whole message says about the customer's updates: stop them, start them, or list them. Otherwise the topic of a
 * word about orders that may also mean updates.
 */
export type NewsWord = "stop" | "start" | "which" | keyof typeof orderMessages;

/** Longer messages say more than just this. */
const maxMessageLength = 120;

/**
 * Returns what a message says about updates if it says nothing else; otherwise `null`. It counts only for customers who
 * get updates or had them: for others the same words mean something different.
 */
export function newsWord(text: string): NewsWord | null {
  if (text.length > maxMessageLength) return null;
  const said = plain(text);
  if (stopMessages.has(said)) return "stop";
  if (startMessages.has(said)) return "start";
  if (whichMessages.has(said)) return "which";
  for (const topic of ["cancel", "returns", "refund"] as const) {
    if (orderMessages[topic].has(said)) return topic;
  }
  if (endsUpdates(said)) return "stop";
  if (isAscii.test(said)) return null;
  const unparted = said.replaceAll(" ", "");
  return chinese.some((form) => form.test(unparted)) ? "stop" : null;
}

/** Whether a whole message can be of nothing but updates, whether its customer gets some or not. */
export const namesUpdates = (text: string): boolean => namingMessages.has(plain(text));

/** Returns the text in lower case, without accents and punctuation, with single spaces between words. */
function plain(text: string): string {
  return withoutMarks(text)
    .replace(/['’`´]/g, "")
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** Returns the text in lower case and without accents; printable ASCII has none. */
const withoutMarks = (text: string): string =>
  isAscii.test(text)
    ? text.toLowerCase()
    : text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const isAscii = /^[ -~]*$/;

/** A sentence in words of one language alone that are all of stopping updates. */
function endsUpdates(said: string): boolean {
  const padded = ` ${said} `;
  const words = said.split(" ");
  return sentences.some(
    ({ known, stops, things }) =>
      words.every((word) => known.has(word)) &&
      stops.some((stop) => padded.includes(` ${stop} `)) &&
      words.some((word) => things.has(word)),
  );
}

const sentences = stopSentences.map(({ stops, things, fillers }) => ({
  stops,
  things: new Set(things),
  known: new Set([...stops.flatMap((stop) => stop.split(" ")), ...things, ...fillers]),
}));

const { before, noMore, stops, verbs, things, sure, after } = chineseStop;

const chinese = [
  new RegExp(`^${before}{0,6}${noMore}${verbs}{1,3}${things}{0,6}${after}{0,4}$`, "u"),
  new RegExp(
    `^(?=.{0,30}${sure})${before}{0,6}${stops}${verbs}{0,3}${things}{0,6}${after}{0,4}$`,
    "u",
  ),
];
