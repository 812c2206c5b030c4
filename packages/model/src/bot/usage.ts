/**
 * `page`: a page of an origin loaded the chat. `identity`: the shop vouched for a shopper. `signature`: the webhook
 * answered a query. `push`: the shop pushed an event. `conversation`: a customer opened a conversation on a channel.
 */
export type UsageKind = "page" | "identity" | "signature" | "push" | "conversation";

/** Something that was seen of a bot in use, and when it was seen last. */
export interface Usage {
  kind: UsageKind;
  /** The page's origin, the channel, or the fingerprint of the secret that signed. */
  name: string;
  seenAt: Date;
}
