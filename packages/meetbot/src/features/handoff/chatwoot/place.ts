import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";

/** Where a conversation is in which Chatwoot: another address or account has other conversations of the same number. */
export function placeOf(
  { url = "", account = "" }: BridgeSecrets,
  conversation: number,
): DeskPlace {
  return { url, account, conversation: String(conversation) };
}

/** Whether a place is in the Chatwoot that is connected now, and may stand in a path. */
export function isHere(place: DeskPlace, { url, account }: BridgeSecrets): boolean {
  return place.url === url && place.account === account && isId(place.conversation);
}

/** Of an account or a conversation, as Chatwoot counts them. */
export const isId = (value: string | undefined): value is string =>
  value !== undefined && /^[1-9]\d{0,14}$/.test(value);

/** Reads an id from Chatwoot's JSON; `null` if the value is not an id. */
export const readId = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : null;

/** Chatwoot keeps it with a message, lists it, and tells it in webhooks. */
export const sourceIdOf = (id: string) => `${ours}${id}`;

/** Whether a message came out of Meetbot. */
export const isOurs = (sourceId: unknown) =>
  typeof sourceId === "string" && sourceId.startsWith(ours);

const ours = "meetbot:";
