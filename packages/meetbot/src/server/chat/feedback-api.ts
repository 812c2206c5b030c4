import type { Feedback } from "@meetbot/model/conversation/feedback.ts";
import type { Context } from "hono";
import { problem } from "../../platform/http/problem.ts";
import type { FloodGate } from "../../platform/limits/flood-gate.ts";
import { bytesOfBody, refuseFlood } from "../../platform/limits/limit-flood.ts";
import type { StrangerOf } from "../../platform/limits/stranger-of.ts";
import type { FeedbackStore } from "../../store/feedback/feedback.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { conversationOf, notYours } from "./conversation-of.ts";

/** The dependencies of the feedback route. */
export interface FeedbackDeps {
  findRemembered: Mailbox["find"];
  feedback: Pick<FeedbackStore, "record">;
  onFeedback: Metrics["onFeedback"];
  onTurnedAway: Metrics["onTurnedAway"];
  strangerOf: StrangerOf;
  floodGate: FloodGate;
}

/**
 * `POST /chat/{bot_id}/feedback`: the customer's rating of one answer, identified by its `seq`, or of the newest
 * answer. Each answer has one rating: a new one replaces it, `null` removes it.
 */
export async function postFeedback(c: Context, deps: FeedbackDeps): Promise<Response> {
  const ref = await conversationOf(c, deps.findRemembered);
  if (!ref) return notYours(c);
  const network = deps.strangerOf(c);
  const flooded = deps.floodGate.message(network, ref.conversationId, bytesOfBody(c));
  if (flooded) return refuseFlood(c, flooded, deps);
  const given = readFeedback(await c.req.text());
  if (typeof given === "string") return problem(c, 400, given, mistakes[given]);
  const recorded = await deps.feedback.record(ref, given.seq, given.value);
  if (!recorded) return problem(c, 404, "no_such_message", noSuchMessage);
  if (recorded.isNew && given.value) deps.onFeedback(given.value);
  return c.json({ message_id: recorded.seq, value: given.value });
}

const mistakes = {
  invalid_json: 'The body must be a JSON object, such as {"message_id": 4, "value": "up"}.',
  invalid_value: '`value` must be "up", "down", or null to take it back.',
  invalid_message_id:
    "`message_id` must be the `seq` of a message of the bot; leave it out for its newest one.",
};

const noSuchMessage =
  "The bot has said no such message in this conversation. Send the `seq` of one of its messages as `message_id`.";

/** The largest number that the column holds. */
const maxSeq = 2 ** 31 - 1;

/** Parses a body; returns the feedback, or the code of the error. */
function readFeedback(
  body: string,
): { seq: number | null; value: Feedback | null } | keyof typeof mistakes {
  const given = readObject(body);
  if (!given) return "invalid_json";
  const { value, message_id: seq = null } = given;
  if (value !== "up" && value !== "down" && value !== null) return "invalid_value";
  if (seq === null) return { seq, value };
  const isSeq = typeof seq === "number" && Number.isInteger(seq) && seq > 0 && seq <= maxSeq;
  return isSeq ? { seq, value } : "invalid_message_id";
}

function readObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
