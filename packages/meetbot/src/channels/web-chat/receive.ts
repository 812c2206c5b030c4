import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import { ChannelError } from "../channel.ts";
import { readZone } from "./read-zone.ts";

/** A question about an order is shorter; longer texts are pasted by mistake or in bad faith. */
const maxTextLength = 4000;

/** Our own payloads have 43 characters or fewer. */
const maxPayloadLength = 200;

/** The form of a message's id: a UUID. */
export const messageIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the body of `POST /chat/{bot_id}/messages`: `{id, text}` or `{id, payload}`, with `time_zone` if the device
 * sends it. Throws a {@link ChannelError} if the body is neither.
 */
export function receive(body: string): InboundEvent[] {
  const { id, text, payload, time_zone } = readObject(body);
  if (typeof id !== "string" || !messageIdForm.test(id)) {
    throw new ChannelError("invalid_id", "`id` must be a UUID, a new one for each message.");
  }
  if ((text === undefined) === (payload === undefined)) {
    throw new ChannelError("text_or_payload", "Send either `text` or the `payload` of a choice.");
  }
  const content = text === undefined ? readTap(payload) : readText(text);
  const zone = readZone(time_zone);
  return [{ dedupeKey: id.toLowerCase(), content: zone ? { ...content, zone } : content }];
}

function readObject(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ChannelError("invalid_json", "The body is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ChannelError("not_an_object", "The body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

function readText(text: unknown): EventContent {
  if (typeof text !== "string" || text.trim() === "") {
    throw new ChannelError("invalid_text", "`text` must be a string that is not blank.");
  }
  if (text.length > maxTextLength) {
    throw new ChannelError(
      "text_too_long",
      `\`text\` may have ${maxTextLength} characters; this one has ${text.length}. Send less.`,
    );
  }
  return { kind: "text", text };
}

function readTap(payload: unknown): EventContent {
  if (typeof payload !== "string" || payload === "" || payload.length > maxPayloadLength) {
    throw new ChannelError(
      "invalid_payload",
      "`payload` must be the payload of a choice, unchanged.",
    );
  }
  return { kind: "tap", payload };
}
