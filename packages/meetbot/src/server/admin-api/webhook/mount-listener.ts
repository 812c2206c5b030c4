import { listenerRoutes, takeWaitMs } from "@meetbot/admin-api/contract/shop/listener.ts";
import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { Logger } from "pino";
import { listenerHint, lookUntil } from "../../../operations/endpoint/listener-agent.ts";
import type { Store } from "../../../store/store.ts";
import type { Asker } from "../../../turn/work/work.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import type { ApiCaller } from "../http/caller.ts";
import { findBot } from "../http/find-secret.ts";
import { recordReading } from "../http/record-reading.ts";

export interface ListenerDeps
  extends Pick<Store, "bots" | "listeners" | "listenedQueries" | "hints"> {
  /**
   * Makes this node see at once whether the endpoint or a listener is queried from now on; other nodes see it within
   * two seconds.
   */
  askerOf(botId: string): Promise<Asker | null>;
  closing: AbortSignal;
  log: Logger;
}

/** Mounts the listener: a developer's machine that answers a bot's queries instead of its endpoint. */
export function mountListener({ mount }: AdminApp, deps: ListenerDeps): void {
  const { bots, listeners, listenedQueries: queries, hints, askerOf, closing, log } = deps;

  mount(listenerRoutes.startListening, async (c) => {
    const caller = c.get("caller");
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    refuseOtherCallers(caller, bot.id);
    if (connectorNameOf(bot.endpoint) !== null) throw isConnected;
    const { take_over: takesOver, instead_of_working: isMeant } = c.req.valid("json");
    const tests = await bots.testsOf(bot.id);
    const isWorking = tests.some(({ url, test }) => url === bot.endpoint && test.echoed);
    if (isWorking && !isMeant) throw endpointWorks;
    const begun = await listeners.as(caller.actor).begin(bot.id, { takesOver });
    if (!begun) throw notFound("bot");
    const { outcome, listener } = begun;
    if (outcome === "taken") throw isTaken(listener.actor, listener.since);
    log.warn({ bot: bot.id }, "a developer's machine is asked instead of the endpoint");
    hints.give(listenerHint(bot.id));
    await askerOf(bot.id);
    return c.json({ listener_id: listener.id, endpoint: bot.endpoint }, 201);
  });

  mount(listenerRoutes.takeQueries, async (c) => {
    const { bot_id: botId, listener_id: id } = c.req.valid("param");
    refuseOtherCallers(c.get("caller"), botId);
    // The audit log already recorded, when the listener started, that it reads all queries.
    if (!(await recordReading(c, listeners.stay(botId, id)))) throw notFound("listener");
    const { signal: gone } = c.req.raw;
    const enough = AbortSignal.any([gone, closing, AbortSignal.timeout(takeWaitMs)]);
    const taken = await lookUntil(hints, botId, enough, async () => {
      const waiting = await queries.take(botId, id);
      if (waiting.length > 0) return waiting;
      return (await listeners.find(botId))?.id === id ? null : "gone";
    });
    if (taken === "gone") throw notFound("listener");
    if (gone.aborted && !closing.aborted) {
      if (await listeners.as(c.get("caller").actor).end(botId, id, "lost")) await ended(botId);
    }
    const data = (taken ?? []).map(({ queryId, ...query }) => ({ query_id: queryId, ...query }));
    return c.json({ data }, 200);
  });

  mount(listenerRoutes.answerQuery, async (c) => {
    const { bot_id: botId, listener_id: listenerId, query_id: queryId } = c.req.valid("param");
    refuseOtherCallers(c.get("caller"), botId);
    const answer = c.req.valid("json");
    if (!(await queries.answer({ botId, listenerId, queryId }, answer))) throw isOver;
    hints.give(listenerHint(botId));
    return c.body(null, 204);
  });

  mount(listenerRoutes.stopListening, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { listener_id: only } = c.req.valid("query");
    const found = await listeners.find(botId);
    if (found && (only === undefined || only === found.id)) {
      const why = only === undefined ? "ended_by_another" : "stopped";
      await listeners.as(c.get("caller").actor).end(botId, found.id, why);
      await ended(botId);
    }
    return c.body(null, 204);
  });

  async function ended(botId: string): Promise<void> {
    log.warn({ bot: botId }, "the endpoint is asked again, and no developer's machine");
    hints.give(listenerHint(botId));
    await askerOf(botId);
  }
}

/** Refuses tokens that are not limited to this bot: a token on a developer's machine should open nothing else. */
function refuseOtherCallers({ onlyBot }: ApiCaller, botId: string): void {
  if (onlyBot === botId) return;
  throw new ApiError(
    403,
    "token_for_this_bot_required",
    "To listen takes an API token for this bot alone, with the scope webhook:listen: it lies on a developer's machine, and should open nothing else. Make one in the console, on the account page.",
  );
}

const isConnected = new ApiError(
  409,
  "shop_connected",
  "Meetbot asks this shop itself, by a connector. Give the bot the URL of your webhook first, or make a bot for developing.",
);

const endpointWorks = new ApiError(
  409,
  "endpoint_works",
  "This bot's endpoint passed its test, and customers may depend on it: while you listen, your machine answers them. Make a bot for developing, or say that you mean it: meetbot listen --yes.",
);

const isTaken = (actor: string, since: Date) =>
  new ApiError(
    409,
    "listener_taken",
    `Somebody listens already: ${actor}, since ${since.toISOString()}. Ask them to stop, or take over: meetbot listen --take-over.`,
  );

const isOver = new ApiError(
  409,
  "query_over",
  "Nobody waits for this answer: it came too late, the query was answered before, or it is none of this listener's.",
);
