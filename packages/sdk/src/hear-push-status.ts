import {
  isPushStatus,
  ProtocolError,
  type PushStatusEvent,
  parsePushStatus,
} from "@meetbot/protocol";
import { respond, respondError } from "./respond.ts";

/**
 * Passes a `push_status` to the shop's listener. `null` if the body is a query instead. Rejects with the listener's
 * error.
 */
export async function hearPushStatus(
  bytes: Uint8Array,
  listener: (event: PushStatusEvent) => void | Promise<void>,
): Promise<Response | null> {
  const body = new TextDecoder().decode(bytes);
  if (!isPushStatus(body)) return null;
  const event = readEvent(body);
  if (event instanceof Response) return event;
  await listener(event);
  return respond(200, '{"success":true,"object":"push_status"}');
}

function readEvent(body: string): PushStatusEvent | Response {
  try {
    return parsePushStatus(body);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return respondError(400, error.message);
  }
}
