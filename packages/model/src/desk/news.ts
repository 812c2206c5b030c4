import type { Message } from "../conversation/conversation.ts";
import type { Holder } from "./holder.ts";

/** What is new in a conversation, and who answers in it by now. */
export interface DeskNews {
  messages: Message[];
  holder: Holder;
  /** Up to this message of the customer nothing is left to be answered. */
  handledSeq: number;
  /** The conversation was deleted, or is in another installation by now. */
  isGone?: true;
}
