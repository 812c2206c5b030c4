import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales } from "@meetbot/presentation";
import type { Context, MiddlewareHandler } from "hono";
import type { Flooded } from "../../../platform/limits/flood-gate.ts";
import { bytesOfBody } from "../../../platform/limits/limit-flood.ts";
import { newToken } from "../../../secrets/token.ts";
import type { FoundConversation } from "../../../store/mailbox/find-conversation.ts";
import { enqueue } from "../../../turn/work/enqueue.ts";
import { chooseLocale } from "../../pages/choose-locale.ts";
import { notFoundPage } from "../../pages/front-page.ts";
import type { ChatDeps } from "../chat-api.ts";
import { openNew } from "../open-new.ts";
import { readExchange, type TrackExchange } from "./read-exchange.ts";
import { readTrackForm } from "./read-form.ts";
import { formKeyOf, isOwnForm, readVisit, storeVisit } from "./track-cookie.ts";
import { refusalPage, type TrackView, trackPage } from "./track-page.ts";

/**
 * The number of page requests that one node handles at once; each may wait for an answer. They take no places from the
 * chat, however slow a shop is.
 */
export const trackPlaces = { max: 300, maxOfOne: 75 };

/** The dependencies of the page, shared with the chat. */
export interface TrackDeps
  extends Pick<
    ChatDeps,
    | "botOf"
    | "disk"
    | "floodGate"
    | "hub"
    | "log"
    | "mailbox"
    | "networkOf"
    | "recordSeen"
    | "now"
    | "onTurnedAway"
    | "recordUsage"
    | "releaseHeld"
    | "strangerOf"
    | "worker"
  > {
  isSecure: boolean;
}

/** As many as a browser names. */
const maxWishes = 20;

/** `GET /track/{bot_id}`: the form, and the result of the last submission. */
export async function showTrack(c: Context, deps: TrackDeps): Promise<Response> {
  const network = deps.strangerOf(c);
  const bot = await deps.botOf(c.req.param("bot_id") ?? "");
  if (!bot) return notFoundPage(c);
  const visit = readVisit(c, bot.id, deps.isSecure);
  const ref = visit && (await deps.mailbox.find(bot.id, visit));
  if (!ref) return trackPage(c, viewOf(c, bot, visit, deps));
  const exchange = await readExchange(ref, network, deps);
  noteOpen(ref, exchange, deps);
  const isBegun = exchange.isWaiting || exchange.replies.length > 0;
  return trackPage(c, { ...viewOf(c, bot, visit, deps), exchange: isBegun ? exchange : null });
}

/** `POST /track/{bot_id}`: receives a form of the page; the page that follows shows the answer. */
export async function postTrack(c: Context, deps: TrackDeps): Promise<Response> {
  const network = deps.networkOf(c);
  const stranger = deps.strangerOf(c);
  const bot = await deps.botOf(c.req.param("bot_id") ?? "");
  if (!bot) return notFoundPage(c);
  const visit = readVisit(c, bot.id, deps.isSecure);
  const { locale, lang } = speechOf(c, bot);
  const { key, does } = readTrackForm(await c.req.text(), locale);
  const back = () => c.redirect(lang === null ? bot.id : `${bot.id}?lang=${lang}`, 303);
  const failed = (status: 400 | 403) =>
    trackPage(c, { ...viewOf(c, bot, visit, deps), notice: "trackFailed", status });
  const tooMany = (limit: Flooded["limit"] | "disk", status: 429 | 503, afterS: number) => {
    deps.onTurnedAway(limit);
    c.header("Retry-After", String(afterS));
    return trackPage(c, { ...viewOf(c, bot, visit, deps), notice: "trackTooMany", status });
  };
  if (!isOwnForm(c, visit, key)) return failed(403);
  if (does.kind === "end") {
    storeVisit(c, bot.id, newToken(), deps.isSecure);
    return back();
  }
  if (does.kind === "nothing" || visit === null) return failed(400);
  const from = network === null ? {} : { network };
  const known = await deps.mailbox.find(bot.id, visit);
  const flooded = known
    ? deps.floodGate.message(stranger, known.conversationId, bytesOfBody(c))
    : does.kind === "look"
      ? deps.floodGate.opening(stranger)
      : null;
  if (flooded) return tooMany(flooded.limit, 429, flooded.retryAfterS);
  if (known) return (await say(known, does.event)) ? back() : failed(400);
  if (does.kind !== "look") return failed(400);
  if (await deps.disk.isLow()) return tooMany("disk", 503, 30);
  const content = { kind: "start", locale, account: null, ...from } as const;
  const { conversationId, token } = await openNew(bot.id, content, deps);
  storeVisit(c, bot.id, token, deps.isSecure);
  return (await say({ botId: bot.id, conversationId }, does.event)) ? back() : failed(400);

  async function say(
    ref: Pick<FoundConversation, "botId" | "conversationId">,
    { dedupeKey, content: said }: InboundEvent,
  ): Promise<boolean> {
    const event = { dedupeKey, content: { ...said, ...from } };
    return (await enqueue(deps, ref, event)) !== "unknown_conversation";
  }
}

/** Renders the JSON refusals meant for programs as a page for people, before anything of a bot is looked up. */
export const refuseInPage: MiddlewareHandler = async (c, next) => {
  await next();
  const { status, headers } = c.res;
  const isProgram = headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!isProgram || (status !== 413 && status !== 429 && status !== 503)) return;
  // Its headers stay.
  c.res = await refusalPage(c, wishedOf(c, customerLocales) ?? "en", status);
};

/** Records that the customer has the page open: sends held messages, and marks the agents' messages as seen. */
function noteOpen(ref: FoundConversation, { personSeq }: TrackExchange, deps: TrackDeps): void {
  const seen = personSeq > 0 ? deps.recordSeen(ref, personSeq) : Promise.resolve();
  Promise.all([deps.releaseHeld(ref), seen]).catch((error: unknown) =>
    deps.log.warn({ err: error }, "that a customer is there could not be noted"),
  );
}

function viewOf(c: Context, bot: Bot, visit: string | null, deps: TrackDeps): TrackView {
  const kept = visit ?? newToken();
  if (visit === null) storeVisit(c, bot.id, kept, deps.isSecure);
  return { bot, ...speechOf(c, bot), formKey: formKeyOf(kept), exchange: null };
}

/** Returns the language of the page; a language in the address takes precedence. */
function speechOf(c: Context, bot: Bot): Pick<TrackView, "locale" | "lang"> {
  const chosen = chooseLocale([c.req.query("lang")], bot.languages) ?? null;
  return { locale: chosen ?? wishedOf(c, bot.languages) ?? bot.locale, lang: chosen };
}

function wishedOf(c: Context, spoken: readonly Locale[]): Locale | undefined {
  const wishes = (c.req.header("accept-language") ?? "").split(",", maxWishes);
  return chooseLocale(
    wishes.map((wish) => wish.split(";", 1)[0]?.trim() ?? ""),
    spoken,
  );
}
