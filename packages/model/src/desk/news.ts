import type { Message } from "../conversation/conversation.ts";
import type { Holder } from "./holder.ts";

/** New messages in a conversation, and its current holder. */
export interface DeskNews {
  messages: Message[];
  holder: Holder;
  /** Up to this message of the customer nothing is left to be answered. */
  handledSeq: number;
  /** The conversation was deleted, or is in another installation by now. */
  isGone?: true;
}
