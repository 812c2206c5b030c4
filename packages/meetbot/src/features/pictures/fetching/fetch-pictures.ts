import { randomUUID } from "node:crypto";
import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { LinkRef } from "@meetbot/model/channel-link.ts";
import { pictureLimits } from "@meetbot/model/conversation/picture.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Logger } from "pino";
import type { AttachmentWay } from "../../../channels/channel.ts";
import type { SenderFor } from "../../../outbound/sender.ts";
import type { Limits } from "../../../platform/attempts/limits.ts";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { ChannelStore } from "../../../store/channel-facts/channel-store.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import type { PictureFetch, PictureFetches } from "../store/picture-fetches.ts";
import { type KeepDeps, pictureId, storePicture } from "./store-picture.ts";

/** From the first call to the last byte. */
const fetchWithinMs = 30_000;

/** How many messages' files one node fetches at once. */
const atOnce = 4;

/** How often a message's files are tried if nodes end meanwhile: one of the files may be what ends them. */
const maxTries = 3;

/** How often to look for fetches that another node left unfinished. */
const lookEveryMs = 5_000;

/** The dependencies for fetching pictures. */
export interface FetchDeps {
  channels: Pick<ChannelStore, "storedIn">;
  fetches: PictureFetches;
  dueWork: DueWork;
  keeping: KeepDeps;
  limits: Pick<Limits, "count">;
  senderFor: SenderFor;
  agent: Pick<MerchantAgent, "post">;
  closing: AbortSignal;
  log: Pick<Logger, "info" | "warn">;
}

/** Marks events with pictures as accepted by the bot. */
export function markPictures(facts: readonly ChannelFact[]): ChannelFact[] {
  return facts.map((fact) => {
    if (fact.kind !== "event" || !fact.attachments || fact.event.content.kind !== "media") {
      return fact;
    }
    const content = { ...fact.event.content, isPicture: true as const };
    return { ...fact, event: { ...fact.event, content } };
  });
}

/** The work of fetching pictures on one node. */
export interface FetchingPictures extends Pick<QueueWork, "stop"> {
  /** Queues the attachments of stored events; queued attachments are fetched, whichever node ends meanwhile. */
  note(on: LinkRef, facts: readonly ChannelFact[]): Promise<void>;
}

/**
 * Fetches pictures that came with events as soon as possible, and stores them beside the events: the platform's
 * addresses end soon. Failures are logged by id, and the event stays as it is.
 */
export function startFetchPictures(deps: FetchDeps): FetchingPictures {
  const { channels, fetches, keeping, log } = deps;
  const { wake, stop } = startQueueWork({
    name: "pictures",
    isDue: () => deps.dueWork.has("pictures"),
    take: fetches.take,
    work: (fetch) => fetchUnder(fetch, deps),
    log,
    atOnce,
    everyMs: lookEveryMs,
  });
  return {
    async note({ botId, channel }, facts) {
      for (const fact of facts) {
        if (fact.kind !== "event" || !fact.attachments?.length) continue;
        const { dedupeKey } = fact.event;
        const ref = await channels.storedIn({ botId, channel }, fact.customer, dedupeKey);
        // Skip an event that arrived again.
        if (!ref || (await keeping.pictures.ofMessage(ref, dedupeKey)).length > 0) continue;
        await fetches.note(ref, { dedupeKey, channel, attachments: fact.attachments });
        wake();
      }
    },
    stop,
  };
}

async function fetchUnder(fetch: PictureFetch, deps: FetchDeps): Promise<void> {
  const { fetches, closing, log } = deps;
  const { botId: bot, conversationId: conversation } = fetch;
  if (fetch.tries > maxTries) {
    log.warn({ bot, conversation }, "a picture was given up: nodes ended while they fetched it");
  } else {
    await fetchAll(fetch, deps);
    if (closing.aborted) return fetches.leave(fetch);
  }
  await fetches.end(fetch);
}

async function fetchAll(fetch: PictureFetch, deps: FetchDeps): Promise<void> {
  const { keeping, senderFor, fetches, closing, log } = deps;
  const { botId, conversationId, dedupeKey, channel, attachments } = fetch;
  const sender = await senderFor({ botId, channel });
  const fetchOne = sender?.channel.fetchAttachment;
  if (!sender?.bot.pictures || !fetchOne) return;
  const kept = await keeping.pictures.ofMessage(fetch, dedupeKey);
  for (const [place, attachment] of attachments.entries()) {
    const id = pictureId({ dedupeKey, place });
    if (kept.some((one) => one.id === id)) continue;
    await fetches.hold(fetch);
    const maxBytes = await roomFor(deps, fetch);
    const until = AbortSignal.any([closing, AbortSignal.timeout(fetchWithinMs)]);
    const way = { api: sender.api, get: getBy(deps.agent), maxBytes, until };
    const bytes = maxBytes > 0 ? await fetchOne(attachment, sender.link, way) : null;
    const result = bytes && (await storePicture(keeping, fetch, { dedupeKey, place }, bytes));
    if (closing.aborted) return;
    if (result && typeof result !== "string") continue;
    const why = { bot: botId, conversation: conversationId, reason: result ?? "not_fetched" };
    log.info(why, "a picture of a customer was not kept");
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
