import type { ChannelCustomer, ChannelFact } from "../../model/channel-fact.ts";
import type { LinkRef } from "../../model/channel-link.ts";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { ChannelLinks } from "../channel-links/channel-links.ts";
import type { DeadLetters } from "../outbox/dead-letters.ts";
import type { Outbox } from "../outbox/outbox-lease.ts";

/** What a webhook body changed: conversations in which a turn waits, and those with something to send. */
export interface Admitted {
  due: ConversationRef[];
  sendable: ConversationRef[];
}

/** The link over which a body came. */
export interface MetLink extends LinkRef {
  externalId: string;
}

/** All that the store has for channels that push. */
export interface ChannelStore {
  links: ChannelLinks;
  outbox: Outbox;
  deadLetters: DeadLetters;
  /** Where the bot answers a customer whom it knows; null: somebody else does, or it has to be looked into. */
  answeredIn(on: LinkRef, customer: Pick<ChannelCustomer, "key">): Promise<ConversationRef | null>;
  /** Stores all that a webhook body says, or nothing: only then is it acknowledged. */
  enqueue(link: MetLink, facts: ChannelFact[]): Promise<Admitted>;
  /** Deletes all that was said with a customer, who may be known by several keys; returns how many conversations there were. */
  forget(on: LinkRef, keys: readonly string[]): Promise<number>;
}
