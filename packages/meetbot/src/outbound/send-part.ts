import type { SendFailure } from "../channels/channel.ts";
import type { Composed } from "./compose.ts";
import type { Sender } from "./sender.ts";

/** What became of an attempt to send the next part of a message. */
export type Attempt =
  /** There is no further part. */
  | { kind: "through" }
  /** `once`: what of it the platform takes once. */
  | { kind: "sent"; isLast: boolean; once: string | null }
  | { kind: "failed"; failure: SendFailure; once: string | null }
  /** The link over which the customer was met is connected no more. */
  | { kind: "no_page" }
  /** An operator had it overwritten before it was sent. */
  | { kind: "overwritten" };

/** Sends the next part of what was composed. */
export async function sendPart(
  { lease, parts }: Composed,
  { channel, link, api }: Pick<Sender, "channel" | "link" | "api">,
): Promise<Attempt> {
  const { address, conversationId, seq, sentParts: part } = lease;
  if (address.externalId !== link.externalId) return { kind: "no_page" };
  const next = parts[part];
  if (!next) return { kind: "through" };
  const { message, once = null } = next;
  const isPersons = lease.reply?.kind === "text" && lease.reply.person !== undefined;
  const outgoing = { message, to: address.to, isPersons, part: { conversationId, seq, part } };
  const outcome = await channel.send(outgoing, link, api);
  return outcome.ok
    ? { kind: "sent", isLast: part + 1 >= parts.length, once }
    : { kind: "failed", failure: outcome, once };
}
