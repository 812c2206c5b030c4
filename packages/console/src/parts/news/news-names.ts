import type { OrderNewsStatus, ParcelStatus } from "@meetbot/presentation";
import type { OutputOf } from "../../api/routes.ts";
import type { Words } from "../../words/catalogs.ts";

export type Recipient = OutputOf<"GET /bots/{bot_id}/pushes/{push_id}">["told"][number];
export type NewsState = Recipient["state"];

/** Why somebody was told later, otherwise or not at all, in whole sentences. */
export function describeReason(
  { because }: Pick<Recipient, "because">,
  words: Words<"news">,
): string | null {
  return because === null ? null : words.reasons[because];
}

/** A channel as operators call it. */
export function nameChannel(channel: string, words: { channels: object }): string {
  return (words.channels as Record<string, string>)[channel] ?? channel;
}

/** What is told, as operators call it; a word that is new here stands for itself. */
export function nameStatus(
  status: string,
  words: { statuses: Record<ParcelStatus | OrderNewsStatus, string> },
): string {
  return (words.statuses as Record<string, string>)[status] ?? status;
}
