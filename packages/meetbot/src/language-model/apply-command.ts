import type { ModelCommand } from "@meetbot/model/conversation/model-command.ts";
import type { Entity, Intent, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import type { MaskedUtterance } from "./mask-utterance.ts";

/** Below every confidence at which the engine acts on its own, because a model does not report its confidence. */
export const modelConfidence = 0.7;

/** Intents for which a wrong guess costs one sentence and reveals nothing about an order. */
const talk: ReadonlySet<Intent> = new Set<Intent>([
  "greeting",
  "help",
  "human_agent",
  "cancel",
  "thanks_bye",
]);

const ofOrders: ReadonlySet<Intent> = new Set<Intent>(["order_query", "package_track"]);

/** The context of a command. */
export interface CommandContext {
  masked: MaskedUtterance;
  /** Whether an account is proved: then a customer who asks for an order has an account. */
  isSignedIn: boolean;
}

/**
 * Applies the model's command to an utterance. The words, the entities and what they prove stay as recognized; a number
 * may only move between “order” and “parcel”. A request for an order is carried out if an account is proved; otherwise
 * the bot asks back, because a misunderstood guest would have to enter a number that they do not have.
 */
export function applyCommand(
  said: Recognition,
  { intent, about, topic, slots }: ModelCommand,
  { masked, isSignedIn }: CommandContext,
): Recognition {
  const moved = moveNumbers(said, slots, masked);
  const byModel = { ...said, entities: moved, by: "model" as const, confidence: modelConfidence };
  if (topic !== null && intent !== "human_agent") {
    const known = catalog.find(({ id }) => id === topic);
    return {
      ...byModel,
      ...{ intent: "other", decision: "none", isOtherTopic: true },
      topic: { id: topic, confidence: modelConfidence, example: null },
      concern: known && "concern" in known ? known.concern : null,
    };
  }
  if (talk.has(intent)) return { ...byModel, intent, decision: "act", isOtherTopic: false };
  if (ofOrders.has(intent)) {
    const decision = isSignedIn ? "act" : "clarify";
    return { ...byModel, intent, decision, about, isOtherTopic: false };
  }
  // If the command has nothing in `about`, the engine's own reading stays.
  return about.length > 0 ? { ...byModel, about, isOtherTopic: false } : said;
}

function moveNumbers(
  { entities }: Recognition,
  slots: ModelCommand["slots"],
  { numbers }: MaskedUtterance,
): Recognition["entities"] {
  const placeOf = (slot: keyof ModelCommand["slots"]) =>
    slots[slot] === null ? null : (numbers.get(slots[slot])?.start ?? null);
  const isAt = (start: number | null) => (entity: Entity) => entity.start === start;
  const toOrders = entities.packageNumbers.filter(isAt(placeOf("order_number")));
  const toPackages = entities.orderNumbers.filter(isAt(placeOf("package_number")));
  return {
    ...entities,
    orderNumbers: [
      ...entities.orderNumbers.filter((entity) => !toPackages.includes(entity)),
      ...toOrders.map(({ carrier: _, ...entity }) => entity),
    ],
    packageNumbers: [
      ...entities.packageNumbers.filter((entity) => !toOrders.includes(entity)),
      ...toPackages.map((entity) => ({ ...entity, carrier: null })),
    ],
  };
}
