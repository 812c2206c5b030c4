import { parseJson } from "../fields/parse-json.ts";
import { optional, readFields, required } from "../fields/read-fields.ts";
import { readExactId, readOneOf, readText } from "../fields/read-text.ts";
import { readMoment } from "../fields/read-time.ts";

/** The states of a push for one conversation: it only moves forward, up to `read`, or ends in one of the last three. */
export const pushStates = [
  "accepted",
  "held",
  "queued",
  "sent",
  "delivered",
  "read",
  "skipped",
  "failed",
  "expired",
] as const;

export type PushState = (typeof pushStates)[number];

/** The event that Meetbot sends to a merchant who turned on `push_status`: a push has advanced for one conversation. */
export interface PushStatusEvent {
  /** The message's id; it stays the same when the message is sent again. */
  id: string;
  pageId?: string;
  /** The push's own. */
  pushId: string;
  /** The conversation within this push, under an opaque name. */
  recipient?: string;
  channel?: string;
  state: PushState;
  /** The reason, unless it is obvious. Later versions may add reasons. */
  because?: string;
  /** In milliseconds. */
  at: number;
}

/** Whether a body is a `push_status`, and no query. Never throws. */
export function isPushStatus(body: string): boolean {
  try {
    const { request } = readFields(parseJson(body), "").values;
    return readFields(request, "/request").values.method === "push_status";
  } catch {
    return false;
  }
}

/** Reads a `push_status`. Throws a `ProtocolError` that names the place. */
export function parsePushStatus(body: string): PushStatusEvent {
  const event = readFields(parseJson(body), "");
  const request = readFields(event.values.request, "/request");
  required(request, "category", readOneOf("ecommerce"));
  required(request, "method", readOneOf("push_status"));
  const params = readFields(event.values.params, "/params");
  const { page_id: pageId } = optional(request, { page_id: readExactId });
  return {
    id: required(request, "id", readExactId),
    ...(pageId !== undefined && { pageId }),
    pushId: required(params, "push_id", readExactId),
    ...optional(params, { recipient: readExactId, channel: readText }),
    state: required(params, "state", readOneOf(...pushStates)),
    ...optional(params, { because: readText }),
    at: required(params, "at", readMoment),
  };
}

const toSeconds = (ms: number) => String(Math.floor(ms / 1000));

/** The body in which a `push_status` travels. */
export function serializePushStatus(event: PushStatusEvent): string {
  const { id, pageId = "", pushId, recipient, channel, state, because, at } = event;
  return JSON.stringify({
    request: { category: "ecommerce", method: "push_status", id, page_id: pageId, meta: "" },
    params: { push_id: pushId, recipient, channel, state, because, at: toSeconds(at) },
  });
}
