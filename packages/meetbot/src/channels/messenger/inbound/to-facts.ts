import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import { parseOutboxId } from "../graph/outbox-id.ts";
import { toCustomer } from "../graph/page-customer.ts";
import type { MessengerEvent } from "./messenger-event.ts";
import { inTime, toInbound } from "./receive.ts";

/** The page and app that read a body; events of other pages are ignored. */
interface Reader {
  pageId: string;
  appId: string;
}

/** Returns what a body reports about the conversations of a page, in order of occurrence. */
export function toFacts(events: MessengerEvent[], reader: Reader): ChannelFact[] {
  return inTime(events.filter(({ page }) => page === reader.pageId)).flatMap((event) =>
    toFact(event, reader),
  );
}

function toFact(event: MessengerEvent, { appId }: Reader): ChannelFact[] {
  const { user, isUserRef, kind, timestampMs: atMs } = event;
  if (user === null) return [];
  const base = { customer: toCustomer({ user, isUserRef }), atMs };
  if (kind === "echo") return toFactOfEcho(event, appId).map((fact) => ({ ...base, ...fact }));
  if (kind === "thread_control") {
    return toFactOfControl(event, appId).map((fact) => ({ ...base, ...fact }));
  }
  // Meta sends standby events to apps that do not hold the conversation.
  if (event.standby) return [{ ...base, kind: "taken_over", inStandby: true }];
  return toInbound(event).map(({ dedupeKey, content }) => {
    const isToBot = kind === "postback" || kind === "quick_reply";
    const { attachmentUrls: attachments } = event;
    const sent = { kind: "event" as const, event: { dedupeKey, content }, isToBot };
    return { ...base, ...sent, ...(attachments && { attachments }) };
  });
}

type FactOfOthers =
  | { kind: "taken_over"; inStandby: boolean }
  | { kind: "handed_back" }
  | { kind: "arrived"; conversationId: string; seq: number; part: number };

/**
 * An echo of our own message shows what arrived. An echo of another app's message counts as a person's, because the
 * page's inbox is an app of Meta's.
 */
function toFactOfEcho(
  { appId, metadata = "", standby }: MessengerEvent,
  ownAppId: string,
): FactOfOthers[] {
  if (appId !== ownAppId) return [{ kind: "taken_over", inStandby: standby }];
  const sent = parseOutboxId(metadata);
  return sent ? [{ kind: "arrived", ...sent }] : [];
}

function toFactOfControl({ control, newOwner }: MessengerEvent, appId: string): FactOfOthers[] {
  if (control !== "passed" && control !== "taken") return [];
  return newOwner === appId
    ? [{ kind: "handed_back" }]
    : [{ kind: "taken_over", inStandby: false }];
}
