import type { CatalogWords as WordsOf } from "../../../words/catalogs.ts";

type Words = WordsOf<"inbox.main">;

/** A length of time in words. */
export function formatAge(
  { unit, count }: { unit: "minutes" | "hours" | "days"; count: number },
  words: Words,
) {
  return unit === "minutes" && count === 0 ? words.justNow : words[unit]({ count });
}

/** Returns the name of a person as the viewer sees it. */
export function formatPerson(
  person: { operator_id: string; name: string | null },
  ownId: string | null,
  words: Words,
): string {
  if (person.operator_id === ownId) return words.you;
  if (person.operator_id === "elsewhere") return words.elsewhere;
  if (person.operator_id === "desk") return words.desk;
  return person.name ?? words.somebody;
}

/** Returns the name of a channel. */
export function formatChannel(channel: string, words: Words): string {
  const channels: Record<string, string> = words.channels;
  return channels[channel] ?? channel;
}
