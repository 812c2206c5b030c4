import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";

/**
 * Identifies a conversation's location in Chatwoot: another address or account reuses the same conversation numbers.
 */
export function placeOf(
  { url = "", account = "" }: BridgeSecrets,
  conversation: number,
): DeskPlace {
  return { url, account, conversation: String(conversation) };
}

/** Checks whether a place is in the currently connected Chatwoot and its id is safe in a path. */
export function isHere(place: DeskPlace, { url, account }: BridgeSecrets): boolean {
  return place.url === url && place.account === account && isId(place.conversation);
}

/** Of an account or a conversation, as Chatwoot counts them. */
export const isId = (value: string | undefined): value is string =>
  value !== undefined && /^[1-9]\d{0,14}$/.test(value);

/** Reads an id from Chatwoot's JSON; `null` if the value is not an id. */
export const readId = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : null;

/** Returns the source id that Chatwoot stores with a message, and includes in lists and webhooks. */
export const sourceIdOf = (id: string) => `${ours}${id}`;

/** Whether Meetbot sent the message. */
export const isOurs = (sourceId: unknown) =>
  typeof sourceId === "string" && sourceId.startsWith(ours);

const ours = "meetbot:";
