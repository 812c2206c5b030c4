import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { pictureLimits } from "@meetbot/model/conversation/picture.ts";
import type { Attempt } from "@meetbot/model/limit.ts";
import type { Context, MiddlewareHandler } from "hono";
import { messageIdForm } from "../../../channels/web-chat/receive.ts";
import type { Limits } from "../../../platform/attempts/limits.ts";
import {
  diskLow,
  diskRetryAfterS,
  problem,
  serviceUnavailable,
  slowDown,
} from "../../../platform/http/problem.ts";
import { refuseFlood } from "../../../platform/limits/limit-flood.ts";
import type { ChatDeps } from "../../../server/chat/chat-api.ts";
import { conversationOf, notYours } from "../../../server/chat/conversation-of.ts";
import { explainRefusal } from "../../../server/chat/explain-refusal.ts";
import { enqueue } from "../../../turn/work/enqueue.ts";
import { type KeepDeps, storePicture } from "../fetching/store-picture.ts";

/** The dependencies of the picture route. */
export interface PictureDeps extends ChatDeps {
  keeping: KeepDeps;
  limits: Pick<Limits, "count">;
}

/** How many bodies one node prepares or stores at once: each may take 10 MB. */
export const picturePlaces = { max: 16, maxOfOne: 4 };

/** How many uploads are checked at once: one check takes a millisecond. */
export const pictureJudges = { max: 100, maxOfOne: 25 };

const megabyte = 1024 * 1024;

/**
 * Refuses an upload before reading any of it: without a conversation, while the bot accepts no pictures, or above the
 * number that a person would send.
 */
export function admitPicture(
  deps: PictureDeps,
  inPlace: <Done>(c: Context, work: () => Promise<Done>) => Promise<Done | Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const refused = await inPlace(c, () => judge(c, deps));
    if (refused) return refused;
    await next();
  };
}

async function judge(c: Context, deps: PictureDeps): Promise<Response | null> {
  const stranger = deps.strangerOf(c);
  const tooFast = deps.floodGate.request(stranger, 0);
  if (tooFast) return refuseFlood(c, tooFast, deps);
  const ref = await conversationOf(c, deps.findRemembered);
  if (!ref) return notYours(c);
  const flooded = deps.floodGate.message(stranger, ref.conversationId, 0);
  if (flooded) return refuseFlood(c, flooded, deps);
  if (!(await takesPictures(ref, deps))) return problem(c, 403, "pictures_off", picturesOff);
  if (!messageIdForm.test(c.req.query("id") ?? "")) {
    return problem(c, 400, "invalid_id", invalidId);
  }
  if (await deps.disk.isLow()) {
    deps.onTurnedAway("disk");
    return serviceUnavailable(c, "disk_low", diskLow, diskRetryAfterS);
  }
  return (await refuseTooMany(c, ref, deps)) ?? refuseTooMuch(c, ref, deps);
}

async function takesPictures({ botId }: ConversationRef, { botOf }: PictureDeps): Promise<boolean> {
  const bot: Bot | null = await botOf(botId);
  return bot?.pictures ?? false;
}

/** Counts every attempt, including those refused later, because decoding costs the same. */
async function refuseTooMany(
  c: Context,
  { botId, conversationId }: ConversationRef,
  { limits, networkOf, onTurnedAway }: PictureDeps,
): Promise<Response | null> {
  const { perConversation, perNetwork } = pictureLimits;
  const item = randomUUID();
  const own: Attempt = {
    limit: "pictures_per_conversation",
    subject: conversationId,
    item,
    ...perConversation,
  };
  const network = networkOf(c);
  const ofNetwork: Attempt[] =
    network === null
      ? []
      : [{ limit: "pictures_per_network", subject: network, item, ...perNetwork }];
  const [exceeded] = await limits.count(botId, [own, ...ofNetwork]);
  if (!exceeded) return null;
  onTurnedAway("pictures");
  const message = exceeded.limit === own.limit ? tooManyOfConversation : tooManyOfNetwork;
  return slowDown(c, "too_many_pictures", exceeded.retryAfterS, message);
}

/** Checks the day's limit on bytes: those already stored plus the request's declared length. */
async function refuseTooMuch(
  c: Context,
  ref: ConversationRef,
  { keeping, onTurnedAway }: PictureDeps,
): Promise<Response | null> {
  const { incoming }: Partial<HttpBindings> = c.env ?? {};
  const brought = Number(incoming?.headers["content-length"] ?? 0);
  const { inConversation, byBot } = await keeping.pictures.receivedToday(ref);
  const { ofConversation, ofBot } = pictureLimits.bytesADay;
  if (inConversation + brought <= ofConversation && byBot + brought <= ofBot) return null;
  onTurnedAway("pictures");
  const message = inConversation + brought > ofConversation ? tooMuchOfConversation : tooMuchOfBot;
  return slowDown(c, "too_many_picture_bytes", retryTooMuchS, message);
}

/** The quota frees up hour by hour. */
const retryTooMuchS = 3600;

/**
 * `POST /chat/{bot_id}/pictures?id={uuid}`, with the file as the body. Returns 202 once the picture is stored; the bot
 * answers in the conversation. Repeating the same id changes nothing.
 */
export async function postPicture(c: Context, deps: PictureDeps): Promise<Response> {
  const ref = await conversationOf(c, deps.findRemembered);
  if (!ref) return notYours(c);
  const dedupeKey = (c.req.query("id") ?? "").toLowerCase();
  const known = await deps.keeping.pictures.ofMessage(ref, dedupeKey);
  const kept =
    known.length > 0
      ? known.map(({ isScanned: _, ...told }) => told)
      : await storeBody(c, ref, dedupeKey, deps);
  if (typeof kept === "string") return explainRefusal(c, kept);
  const network = deps.networkOf(c);
  const from = network === null ? {} : { network };
  const content = { kind: "media" as const, pictures: kept, ...from };
  const admission = await enqueue(deps, ref, { dedupeKey, content });
  if (admission === "unknown_conversation") return notYours(c);
  return c.json({ accepted: true, pictures: kept }, 202);
}

async function storeBody(c: Context, ref: ConversationRef, dedupeKey: string, deps: PictureDeps) {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const kept = await storePicture(deps.keeping, ref, { dedupeKey, place: 0 }, bytes);
  return typeof kept === "string" ? kept : [kept];
}

const { perConversation: own, perNetwork: shared, bytesADay } = pictureLimits;
const tooManyOfConversation = `A conversation takes ${own.max} pictures in ${own.windowS} seconds. Send it again after the seconds in Retry-After.`;
const tooManyOfNetwork = `${shared.max} pictures are taken from one network in ${shared.windowS} seconds. Send it again after the seconds in Retry-After.`;
const tooMuchOfConversation = `A conversation takes ${bytesADay.ofConversation / megabyte} MB of pictures in 24 hours, and with this one it would be more. Send a smaller one, or send it later.`;
const tooMuchOfBot = `This bot takes ${bytesADay.ofBot / megabyte} MB of pictures in 24 hours, and with this one it would be more. Send it later.`;

const picturesOff =
  "This bot takes no pictures. An operator may switch that on in the console, on the bot's page Settings.";

const invalidId = "`id` must be a UUID in the query, a new one for each picture.";
