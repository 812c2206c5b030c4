import type { OrderNewsStatus, ParcelStatus } from "@meetbot/presentation";
import type { OutputOf } from "../../api/routes.ts";
import type { CatalogWords } from "../../words/catalogs.ts";

export type Recipient = OutputOf<"GET /bots/{bot_id}/pushes/{push_id}">["told"][number];
export type NewsState = Recipient["state"];

/** Explains in whole sentences why a customer got an update later, in another form or not at all. */
export function describeReason(
  { because }: Pick<Recipient, "because">,
  words: CatalogWords<"news">,
): string | null {
  return because === null ? null : words.reasons[because];
}

/** A channel as operators call it. */
export function nameChannel(channel: string, words: { channels: object }): string {
  return (words.channels as Record<string, string>)[channel] ?? channel;
}

/** Returns the operators' name for the status in an update; an unknown status is returned as is. */
export function nameStatus(
  status: string,
  words: { statuses: Record<ParcelStatus | OrderNewsStatus, string> },
): string {
  return (words.statuses as Record<string, string>)[status] ?? status;
}
