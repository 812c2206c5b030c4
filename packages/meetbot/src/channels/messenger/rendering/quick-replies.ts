import type { TokenChoice, VisibleReply } from "../../../model/conversation/reply.ts";
import { cutMiddle } from "../../cut-text.ts";
import type { QuickReply } from "./graph-message.ts";
import type { RenderNote } from "./rendering.ts";
import { maxPayloadLength, maxQuickReplies, maxQuickReplyTitleLength } from "./sizes.ts";

/** A reply's choices as the buttons above the keyboard; where an email is asked for, Meta's own first. */
export function quickRepliesOf(reply: VisibleReply): {
  quickReplies: QuickReply[];
  notes: RenderNote[];
} {
  const choices = reply.choices ?? [];
  const asksEmail = reply.kind === "text" && reply.ask === "email";
  const email: QuickReply[] = asksEmail ? [{ content_type: "user_email" }] : [];
  const sendable = choices.filter(({ payload }) => payload.length <= maxPayloadLength);
  const shown = sendable.slice(0, maxQuickReplies - email.length);
  const notes: RenderNote[] = [
    ...(sendable.length < choices.length ? (["payload_dropped"] as const) : []),
    ...(shown.length < sendable.length ? (["choices_dropped"] as const) : []),
    ...(shown.some(({ title }) => title.length > maxQuickReplyTitleLength)
      ? (["text_cut"] as const)
      : []),
  ];
  return { quickReplies: [...email, ...shown.map(toQuickReply)], notes };
}

function toQuickReply({ title, payload }: TokenChoice): QuickReply {
  return { content_type: "text", title: cutMiddle(title, maxQuickReplyTitleLength), payload };
}
