import { type ModelCommand, numberSlots } from "@meetbot/model/conversation/model-command.ts";
import { facts, intents } from "@meetbot/model/conversation/recognition.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import { z } from "zod";
import { numberPlaceholders } from "./mask-utterance.ts";

/** The value for "nothing meant". A word, because not every server accepts null in a list. */
const none = "none";

/** The names of all topics that a command may name. */
export type TopicIds = readonly string[];

/** Returns the topics that every bot has, followed by the shop's own. */
export function topicIds(ownTopics: readonly { id: string }[]): TopicIds {
  return [...catalog, ...ownTopics].map(({ id }) => id);
}

/**
 * Returns the schema in which a server must write a command. It is the same for each utterance of a bot, because
 * servers make a grammar of it, which takes them seconds, and cache that.
 */
export function commandSchema(topics: TopicIds): object {
  const oneOf = (...values: readonly string[]) => ({ type: "string", enum: values });
  const strict = (properties: Record<string, object>) => ({
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const number = oneOf(none, ...numberPlaceholders);
  return strict({
    intent: oneOf(...intents),
    about: { type: "array", items: oneOf(...facts) },
    topic: oneOf(none, ...topics),
    slots: strict({ order_number: number, package_number: number }),
  });
}

/** The facts about the utterance that a command must fit. */
export interface CommandLimits {
  topics: TopicIds;
  /** Placeholders of numbers that were found in it. */
  numbers: ReadonlyMap<string, unknown>;
}

/**
 * Parses a command; `null` if the text is not one. Plain text, a number, a name that is not in the lists, a placeholder
 * for something that was not found and an extra key all count as no answer.
 */
export function readCommand(text: string, { topics, numbers }: CommandLimits): ModelCommand | null {
  const read = commandForm.safeParse(parse(text));
  if (!read.success) return null;
  const { intent, about, topic } = read.data;
  const slots = emptyToNull(read.data.slots);
  const given = numberSlots.map((slot) => slots[slot]).filter((value) => value !== null);
  const isFound = given.every((value) => numbers.has(value));
  const isOnce = new Set(given).size === given.length;
  if (!isFound || !isOnce || (topic !== none && !topics.includes(topic))) return null;
  return { intent, about: [...new Set(about)], topic: topic === none ? null : topic, slots };
}

const commandForm = z.strictObject({
  intent: z.enum(intents),
  about: z.array(z.enum(facts)).max(facts.length),
  topic: z.string(),
  slots: z.strictObject({ order_number: z.string(), package_number: z.string() }),
});

function emptyToNull(slots: Record<(typeof numberSlots)[number], string>): ModelCommand["slots"] {
  const read = (value: string) => (value === none ? null : value);
  return { order_number: read(slots.order_number), package_number: read(slots.package_number) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
