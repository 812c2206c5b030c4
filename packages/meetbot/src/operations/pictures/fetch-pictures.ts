import { randomUUID } from "node:crypto";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Logger } from "pino";
import type { AttachmentWay } from "../../channels/channel.ts";
import type { ChannelFact } from "../../model/channel-fact.ts";
import { pictureLimits } from "../../model/conversation/picture.ts";
import type { SenderFor } from "../../outbound/sender.ts";
import type { MetLink } from "../../store/channel-facts/enqueue-facts.ts";
import type { Limits } from "../../store/limits/limits.ts";
import { type KeepDeps, keepPicture } from "./keep-picture.ts";

/** From the first call to the last byte. */
const fetchWithinMs = 30_000;

/** So many are fetched at once on one node, and so many may wait; beyond that the event stays as it is. */
const atOnce = 4;
const mostWaiting = 200;

/** What fetching needs. */
export interface FetchDeps {
  keeping: KeepDeps;
  limits: Pick<Limits, "count">;
  senderFor: SenderFor;
  agent: Pick<MerchantAgent, "post">;
  closing: AbortSignal;
  log: Pick<Logger, "info" | "warn">;
}

type EventFact = Extract<ChannelFact, { kind: "event" }>;

/** Says of events with pictures that a bot takes them. */
export function markPictures(facts: readonly ChannelFact[]): ChannelFact[] {
  return facts.map((fact) => {
    if (fact.kind !== "event" || !fact.attachments || fact.event.content.kind !== "media") {
      return fact;
    }
    const content = { ...fact.event.content, isPicture: true as const };
    return { ...fact, event: { ...fact.event, content } };
  });
}

/**
 * Fetches what came with events that are stored already, and keeps it beside them: the platform's addresses
 * end soon. What fails is told in the log, by ids, and the event stays as it is.
 */
export function createFetchPictures(deps: FetchDeps) {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const run = async () => {
    running += 1;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await next().catch((error: unknown) => deps.log.warn({ err: error }, "a picture was lost"));
    }
    running -= 1;
  };
  return (link: MetLink, facts: readonly ChannelFact[]): void => {
    for (const fact of facts) {
      if (fact.kind !== "event" || !fact.attachments) continue;
      if (deps.closing.aborted || waiting.length >= mostWaiting) {
        deps.log.warn({ bot: link.botId }, "a picture was not fetched: too many wait");
        continue;
      }
      waiting.push(() => fetchOf(deps, link, fact));
      if (running < atOnce) void run();
    }
  };
}

async function fetchOf(deps: FetchDeps, { botId, channel }: MetLink, fact: EventFact) {
  const { pictures } = deps.keeping;
  const { dedupeKey } = fact.event;
  const [ref, sender] = await Promise.all([
    pictures.conversationWith(botId, dedupeKey),
    deps.senderFor({ botId, channel }),
  ]);
  const fetch = sender?.channel.fetchAttachment;
  if (!ref || !fetch) return;
  // The same event came again.
  if ((await pictures.ofMessage(ref, dedupeKey)).length > 0) return;
  for (const [place, attachment] of (fact.attachments ?? []).entries()) {
    const mostBytes = await roomFor(deps, ref);
    const until = AbortSignal.any([deps.closing, AbortSignal.timeout(fetchWithinMs)]);
    const way = { api: sender.api, get: getBy(deps.agent), mostBytes, until };
    const bytes = mostBytes > 0 ? await fetch(attachment, sender.link, way) : null;
    const kept = bytes && (await keepPicture(deps.keeping, ref, { dedupeKey, place }, bytes));
    if (kept && typeof kept !== "string") continue;
    const why = { bot: botId, conversation: ref.conversationId, reason: kept ?? "not_fetched" };
    deps.log.info(why, "a picture of a customer was not kept");
  }
}

/** How long one may be by now; 0: there were too many. */
async function roomFor(
  { keeping, limits }: FetchDeps,
  ref: { botId: string; conversationId: string },
) {
  const { perConversation, bytesADay, bytes } = pictureLimits;
  const own = { limit: "pictures_per_conversation", subject: ref.conversationId };
  const attempt = { ...own, item: randomUUID(), ...perConversation };
  if ((await limits.count(ref.botId, [attempt])).length > 0) return 0;
  const { inConversation, byBot } = await keeping.pictures.receivedToday(ref);
  const left = [bytes, bytesADay.ofConversation - inConversation, bytesADay.ofBot - byBot];
  return Math.max(0, Math.min(...left));
}

const getBy =
  (agent: FetchDeps["agent"]): AttachmentWay["get"] =>
  (url, how): Promise<HttpAnswer> =>
    agent.post(url.href, {
      ...{ method: "GET", headers: {}, body: Buffer.alloc(0) },
      ...{ ...how, phases: { lookupMs: 0, connectMs: 0 } },
    });
