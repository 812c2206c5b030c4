import { GraphFault } from "./graph-fault.ts";
import { message as checkMessage } from "./message-shape.ts";
import {
  all,
  exactlyOne,
  fieldsOf,
  type GraphCheck,
  matching,
  object,
  oneOf,
  text,
} from "./shape.ts";
import {
  countCall,
  type GraphState,
  type SentMessage,
  type SimulatedPage,
  type SimulatedUser,
  userOf,
} from "./state.ts";
import { refuseWrongTemplate } from "./template-message.ts";
import { controlBySending, refuseWithoutControl, threadControl } from "./thread-control.ts";

const dayMs = 86_400_000;

/** Meta retired these tags on 2026-04-27: every use returns error 100. */
const retiredTags = new Set(["CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE"]);

const recipient: GraphCheck = all(
  object({}, { id: matching(/^\S{1,100}$/, "an id"), user_ref: text() }),
  exactlyOne("id", "user_ref"),
);
const request = object(
  { recipient },
  {
    message: checkMessage,
    sender_action: oneOf("typing_on", "typing_off", "mark_seen"),
    messaging_type: oneOf("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"),
    tag: text(),
    notification_type: oneOf("REGULAR", "SILENT_PUSH", "NO_PUSH"),
    persona_id: text(),
    reply_to: object({ mid: text() }),
    thread_control: threadControl,
  },
);

/** The outcome of a call: the answer, and the message if one was accepted. */
export interface Taken {
  answer: object;
  sent: SentMessage | null;
}

/**
 * `POST /{page}/messages`: checks the request as strictly as Meta documents it, and accepts it. Throws a {@link
 * GraphFault} where Meta would refuse it.
 */
export function sendMessage(state: GraphState, page: SimulatedPage, body: unknown): Taken {
  request(body, "request");
  const { recipient, message, sender_action, messaging_type, tag, thread_control } = fieldsOf(
    body,
    "request",
  );
  if ((message === undefined) === (sender_action === undefined)) {
    throw new GraphFault(100, "Send either message or sender_action.", { subcode: 2018014 });
  }
  const to = fieldsOf(recipient, "recipient");
  const user = userOf(state, page.id, String(to.id ?? to.user_ref));
  const nowMs = state.now();
  refuseOutOfReach(page, user);
  refuseWithoutControl(state, page, user);
  if (message === undefined) {
    refuseOutsideOfWindow(user, nowMs, dayMs);
    state.actions.push({ page: page.id, user: user.id, action: String(sender_action) });
    return { answer: { recipient_id: user.id }, sent: null };
  }
  const fields = fieldsOf(message, "message");
  refuseWrongType({ type: messaging_type, tag, isTemplate: fields.template !== undefined });
  refuseWrongTemplate(page, fields);
  const isHuman = messaging_type === "MESSAGE_TAG";
  if (messaging_type !== "UTILITY") refuseOutsideOfWindow(user, nowMs, isHuman ? 7 * dayMs : dayMs);
  countCall(page.sentAtMs, nowMs, { max: 300, windowMs: 1000 });
  refuseRepeatedReceipt(user, fields);
  controlBySending(page, user, thread_control);
  const mid = `m_simulated-${state.sent.length + 1}`;
  const messagingType = String(messaging_type);
  const sent = {
    ...{ mid, page: page.id, user: user.id, message: fields, messagingType, atMs: nowMs },
    ...{ answeredAtMs: null, leftAtMs: null },
  };
  state.sent.push(sent);
  const answer =
    to.id === undefined ? { message_id: mid } : { recipient_id: user.id, message_id: mid };
  return { answer, sent };
}

function refuseOutOfReach(page: SimulatedPage, user: SimulatedUser): void {
  if (page.isRestricted) {
    throw new GraphFault(10, "This Page is restricted from sending messages.", {
      subcode: 1893063,
    });
  }
  if (user.lastActAtMs === null) {
    throw new GraphFault(100, "No matching user found", { subcode: 2018001 });
  }
  if (user.hasBlockedPage) {
    throw new GraphFault(551, "This person isn't available right now.", { subcode: 1545041 });
  }
}

interface MessageType {
  type: unknown;
  tag: unknown;
  isTemplate: boolean;
}

function refuseWrongType({ type, tag, isTemplate }: MessageType): void {
  if (type === undefined) throw new GraphFault(100, "param messaging_type is required.");
  if ((type === "UTILITY") !== isTemplate) {
    throw new GraphFault(
      100,
      "messaging_type UTILITY goes with message[template], and only with it.",
    );
  }
  if ((type === "MESSAGE_TAG") !== (tag !== undefined)) {
    throw new GraphFault(100, "param tag goes with messaging_type MESSAGE_TAG, and only with it.");
  }
  if (tag !== undefined && tag !== "HUMAN_AGENT") {
    const why = retiredTags.has(String(tag)) ? "is no longer supported" : "is none of Meta's";
    throw new GraphFault(100, `Message tag ${tag} ${why}.`);
  }
}

function refuseOutsideOfWindow(
  { lastActAtMs }: SimulatedUser,
  nowMs: number,
  windowMs: number,
): void {
  if (lastActAtMs !== null && nowMs - lastActAtMs <= windowMs) return;
  throw new GraphFault(10, "This message is sent outside of allowed window.", { subcode: 2018278 });
}

/** "order_number: must be unique". Meta does not document what happens otherwise; the simulator refuses the message. */
function refuseRepeatedReceipt(
  { receipts }: SimulatedUser,
  { attachment }: Record<string, unknown>,
): void {
  const payload = (attachment as { payload?: Record<string, unknown> } | undefined)?.payload;
  if (payload?.template_type !== "receipt") return;
  const number = String(payload.order_number);
  if (receipts.has(number)) throw new GraphFault(100, "param order_number must be unique.");
  receipts.add(number);
}
