import type { OutputOf } from "../../api/routes.ts";

type Entry = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}">["entries"][number];
type BotEntry = Extract<Entry, { from: "bot" }>;

/** A reply as Messenger shows it, and what it lost in the conversion. */
export type Look = BotEntry["messenger"];
export type LookMessage = Look["messages"][number];
export type Sending = BotEntry["sending"];
export type Payload = NonNullable<LookMessage["attachment"]>["payload"];
export type LookCard = Extract<Payload, { template_type: "generic" }>["elements"][number];
export type Receipt = Extract<Payload, { template_type: "receipt" }>;
export type QuickReply = NonNullable<LookMessage["quick_replies"]>[number];

/** A message of the customer or the bot, as Messenger shows it. */
export type LookText =
  | { key: string; from: "customer"; text: string }
  | { key: string; from: "bot"; look: Look; sending?: Sending };

/**
 * Returns the choices shown below the last of several replies sent together, whichever reply offered them: Messenger
 * removes choices when the next message arrives.
 */
export function choicesBelow(said: readonly LookText[]): QuickReply[] {
  const looks = said.flatMap((one) => (one.from === "bot" ? [one.look] : []));
  const offered = looks.flatMap(({ messages }) => messages.map((one) => one.quick_replies ?? []));
  return offered.filter((choices) => choices.length > 0).at(-1) ?? [];
}
