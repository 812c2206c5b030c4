/**
 * `page`: a page of an origin asked for the chat. `identity`: the shop vouched for a shopper.
 * `conversation`: one was opened on a channel.
 */
export type SightingKind = "page" | "identity" | "conversation";

/** Something that was seen of a bot in use, and when it was seen last. */
export interface Sighting {
  kind: SightingKind;
  /** The page's origin, the channel, or empty for an identity. */
  name: string;
  seenAt: Date;
}
