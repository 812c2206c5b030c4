import { ProtocolError, parseJson } from "@meetbot/protocol";
import { ChannelError } from "../../channel.ts";
import { type Fields, fieldsAt, idAt, isFields, listAt, textAt } from "../../fields.ts";
import type { MessengerEvent } from "./messenger-event.ts";
import { momentAt } from "./moment-at.ts";
import { readItem } from "./read-item.ts";

/** A change that Meta reports of the page itself: a post, a lead, the state of a message template. */
export interface PageChange {
  page: string | null;
  field: string | null;
  value: Fields;
  /** Time in Unix milliseconds; `null` if the body has none. */
  atMs: number | null;
}

/** Everything a webhook body holds. */
export interface WebhookBody {
  events: MessengerEvent[];
  changes: PageChange[];
}

/**
 * Reads a webhook body. Reads anything that decodes as JSON, because Meta repeats a body that is answered with an error
 * and takes the page offline within the hour. Throws a {@link ChannelError} if the body is not JSON.
 */
export function readBody(body: string): WebhookBody {
  const envelope = decode(body);
  if (!isFields(envelope) || !isOfMessenger(envelope)) return { events: [], changes: [] };
  const entries = listAt(envelope, "entry").filter(isFields);
  return { events: entries.flatMap(eventsOf), changes: entries.flatMap(changesOf) };
}

function eventsOf(entry: Fields): MessengerEvent[] {
  const entryId = idAt(entry, "id");
  return [
    ...listAt(entry, "messaging").map((item) => readItem(item, { entryId, standby: false })),
    ...listAt(entry, "standby").map((item) => readItem(item, { entryId, standby: true })),
  ];
}

function changesOf(entry: Fields): PageChange[] {
  const page = idAt(entry, "id") ?? null;
  const atMs = momentAt(entry, "time");
  return listAt(entry, "changes")
    .filter(isFields)
    .map((change) => {
      const field = textAt(change, "field") ?? null;
      return { page, field, value: fieldsAt(change, "value"), atMs };
    });
}

/** Events of Instagram have the same form; those of users, permissions and other objects do not. */
function isOfMessenger({ object }: Fields): boolean {
  return object === undefined || object === null || object === "page" || object === "instagram";
}

function decode(body: string): unknown {
  const text = body.replace(/^\ufeff/, "");
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === "nested_too_deep") return JSON.parse(text);
    throw new ChannelError("invalid_json", "The body is not JSON, so it is no webhook of Meta's.");
  }
}
