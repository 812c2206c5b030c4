import type { AskedInput } from "@meetbot/model/conversation/action.ts";
import type { TokenChoice, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { cutMiddle } from "../../cut-text.ts";
import type { QuickReply } from "./graph-message.ts";
import type { RenderNote } from "./rendering.ts";
import { maxPayloadLength, maxQuickReplies, maxQuickReplyTitleLength } from "./sizes.ts";

/** Data that Meta may have of a customer: a tap on its button sends the data as if the customer had typed it. */
const knownToMeta: { [Asked in AskedInput]?: QuickReply[] } = {
  email: [{ content_type: "user_email" }],
  phone: [{ content_type: "user_phone_number" }],
  account: [{ content_type: "user_email" }, { content_type: "user_phone_number" }],
};

/**
 * Returns a reply's choices as the buttons above the keyboard. If the reply asks for an email or a telephone number,
 * Meta's own button comes first.
 */
export function quickRepliesOf(reply: VisibleReply): {
  quickReplies: QuickReply[];
  notes: RenderNote[];
} {
  const choices = reply.choices ?? [];
  const known = (reply.kind === "text" && reply.ask && knownToMeta[reply.ask]) || [];
  const sendable = choices.filter(({ payload }) => payload.length <= maxPayloadLength);
  const shown = sendable.slice(0, maxQuickReplies - known.length);
  const notes: RenderNote[] = [
    ...(sendable.length < choices.length ? (["payload_dropped"] as const) : []),
    ...(shown.length < sendable.length ? (["choices_dropped"] as const) : []),
    ...(shown.some(({ title }) => title.length > maxQuickReplyTitleLength)
      ? (["text_cut"] as const)
      : []),
  ];
  return { quickReplies: [...known, ...shown.map(toQuickReply)], notes };
}

function toQuickReply({ title, payload }: TokenChoice): QuickReply {
  return { content_type: "text", title: cutMiddle(title, maxQuickReplyTitleLength), payload };
}
