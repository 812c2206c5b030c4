import type { ConversationState } from "../../model/conversation/conversation.ts";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { LinkCheck, LinkConfirmation } from "../../model/conversation/link.ts";
import type { OutboundReply } from "../../model/conversation/reply.ts";

/** What becomes of a stored reply when an account is shown no more. */
export type EndReply = (reply: OutboundReply) => OutboundReply;

/** What the shop's server vouches for: who is signed in there wants this conversation to be theirs. */
export interface LinkRequest {
  nonce: string;
  account: string;
  /** Also if another conversation is linked with the account. */
  also: boolean;
  /** What the shop's page is to show, and the customer to type. */
  code: string;
}

/** Conversations that are linked with accounts of the shop. */
export interface AccountLinks {
  /** A nonce for a conversation, for 5 minutes; the one before counts no longer. */
  offer(ref: ConversationRef): Promise<string>;
  confirm(botId: string, wish: LinkRequest): Promise<LinkConfirmation>;
  /**
   * Checks what the customer typed, and links. The right digits count again while they live, so that a
   * turn that is taken once more comes to the same.
   */
  check(ref: ConversationRef, typed: string, endReply: EndReply): Promise<LinkCheck>;
  /** Ends a conversation's own link, and what it showed; for a turn, which stores the state itself. */
  end(ref: ConversationRef, endReply: EndReply): Promise<void>;
  /**
   * Ends all links of an account (`null`: of the bot), at once; returns how many conversations were
   * linked.
   */
  unlink(
    botId: string,
    account: string | null,
    ending: { endReply: EndReply; signOut(state: ConversationState): ConversationState },
  ): Promise<number>;
}
