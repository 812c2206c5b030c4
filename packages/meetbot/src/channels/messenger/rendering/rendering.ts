import { isWebUrl } from "@meetbot/protocol";
import type { Attachment, GraphMessage } from "./graph-message.ts";

/** What a message lost to fit Meta's limits, or why it took another form. */
export type RenderNote =
  /** A title, a subtitle, a button's title or a line of a list was too long. */
  | "text_cut"
  /** A text went out in several messages. */
  | "text_split"
  /** A text was sent in one message with the reply after it. */
  | "said_with_next"
  /** There are more choices than Messenger shows. */
  | "choices_dropped"
  /** A choice's payload exceeds Meta's limit, so the choice was left out. */
  | "payload_dropped"
  /** Several orders are a list, which names the first item of each only. */
  | "items_summed_up"
  /** A receipt has more lines than Meta accepts; its last line sums up the rest. */
  | "receipt_shortened"
  /** An order that could be shown in full lacks data that a receipt requires. */
  | "no_receipt"
  /** A card would have only a title, so all cards are sent as text. */
  | "cards_as_text"
  /** A link is none that Meta opens. */
  | "link_dropped";

/** A reply in Meta's format: messages in sending order, and what was lost. */
export interface Rendered {
  messages: GraphMessage[];
  notes: RenderNote[];
}

export function template(payload: Attachment["payload"]): GraphMessage {
  return { attachment: { type: "template", payload } };
}

/** A link as a button or a picture may carry it. */
export function usableUrl(url: string | undefined): string | undefined {
  return url && isWebUrl(url) ? url : undefined;
}
