import { setTimeout as delay } from "node:timers/promises";
import { type Handler, Hono } from "hono";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { RunningFeature } from "../features/form/feature.ts";
import { createAddressOf } from "../platform/http/client-network.ts";
import { allowFrames, guardResponses } from "../platform/http/frame-ancestors.ts";
import { onlyHosts } from "../platform/http/hosts.ts";
import { allowOrigins, createOriginsOf, openRefusals } from "../platform/http/origins.ts";
import { plainPathsOnly } from "../platform/http/plain-paths.ts";
import {
  databaseAway,
  databaseReadOnly,
  diskLow,
  diskRetryAfterS,
  problem,
  serviceUnavailable,
  unstorableText,
} from "../platform/http/problem.ts";
import { warnOfProxy } from "../platform/http/warn-of-proxy.ts";
import { limitFlood } from "../platform/limits/limit-flood.ts";
import { adminPlaces, chatPlaces, limitRequests } from "../platform/limits/limit-requests.ts";
import type { DatabaseClock } from "../platform/postgres/database-clock.ts";
import type { DatabaseState } from "../platform/postgres/database-state.ts";
import { isDatabaseAway, isDiskFull } from "../platform/postgres/is-database-away.ts";
import { isUnstorable } from "../platform/postgres/is-storable.ts";
import type { Tracer } from "../tracing/tracer.ts";
import { type AdminApiDeps, createAdminApi, describeAdminApi } from "./admin-api/admin-api.ts";
import { type ChatDeps, openConversation, postMessage } from "./chat/chat-api.ts";
import { type FeedbackDeps, postFeedback } from "./chat/feedback-api.ts";
import { followConversation } from "./chat/follow-conversation.ts";
import { confirmLink, type LinkDeps, unlinkChats } from "./chat/link-api.ts";
import { type ReturnDeps, returnToChat, showReturnPage } from "./chat/return-api.ts";
import { postTrack, refuseInPage, showTrack, trackPlaces } from "./chat/track/track-api.ts";
import { postTranscript, type TranscriptDeps } from "./chat/transcript-api.ts";
import { type ForwardDeps, forwardMoved } from "./doors/forward-moved.ts";
import { onlyNetworks } from "./doors/only-networks.ts";
import { watchRequests } from "./doors/watch-requests.ts";
import { limitBody } from "./listener/limit-body.ts";
import { createTakeBody } from "./listener/take-body.ts";
import { createDoors } from "./metrics/doors.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { exposeCorsRefusal, getAppearance, showChatPage } from "./pages/chat-page.ts";
import { serveConsole } from "./pages/console-files.ts";
import { serveDocs } from "./pages/docs-files.ts";
import { notFoundPage, showFrontPage } from "./pages/front-page.ts";
import { serveWidget } from "./pages/widget-files.ts";
import { channelRoutes, type WebhookDeps } from "./webhooks/channel-webhook.ts";

/** Balancers that ask whether a node is ready wait no longer themselves. */
const readyWithinMs = 2_000;

const allowedMethods: Readonly<Record<string, string>> = {
  events: "GET",
  look: "GET",
  links: "POST, DELETE",
  push: "GET, POST, DELETE",
};

/** The dependencies of the routes. */
export interface RouteDeps extends ChatDeps, LinkDeps, FeedbackDeps, TranscriptDeps, ReturnDeps {
  webhooks: WebhookDeps;
  movedBots: ForwardDeps["movedBots"];
  features: readonly RunningFeature[];
  admin: Omit<AdminApiDeps, "takeBody">;
  /** Operators' sign-in. */
  serveSignIn: Handler;
  registry: Registry;
  onTurnedAway: Metrics["onTurnedAway"];
  onRequest: Metrics["onRequest"];
  tracer: Tracer;
  /** Rejects when this node cannot serve. */
  ready(): Promise<DatabaseState>;
  clock: DatabaseClock;
  /** Whether this node receives the other nodes' notifications through the database; null when unknown. */
  isHeard(): boolean | null;
  /** Whether people reach this server by https only. */
  isSecure: boolean;
  /** The only `Host` names served; `null`: any. */
  hosts: readonly string[] | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  /** Pages of the demo. */
  demoPages: Hono | null;
  /** Addresses and CIDR networks. */
  trustedProxies: readonly string[];
  /** Addresses and CIDR networks that operators may connect from; empty for any. */
  adminNetworks: readonly string[];
  log: Logger;
}

/** The table of all URLs. */
export function createRoutes(deps: RouteDeps): Hono {
  const app = new Hono();
  const takeBody = createTakeBody(deps);
  let doors: ReturnType<typeof createDoors> = new Map();
  app.use(watchRequests({ ...deps, doorOf: (path) => doors.get(path) }));
  app.use(guardResponses({ isSecure: deps.isSecure }));
  app.use(plainPathsOnly());
  app.use(warnOfProxy(deps.trustedProxies, deps.log));
  if (deps.hosts) app.use(onlyHosts(deps.hosts));
  const addressOf = createAddressOf(deps.trustedProxies);
  app.use(onlyNetworks(deps.adminNetworks, addressOf));
  app.use(forwardMoved({ ...deps, addressOf }));
  const originsOf = createOriginsOf(deps.botOf, deps.ownOrigins);
  app.use("/chat/:bot_id/*", allowFrames(originsOf), openRefusals);
  for (const { path, form } of deps.features.flatMap(({ forms = [] }) => forms))
    app.use(path, form);
  app.use("/track/:bot_id", refuseInPage);
  app.use(limitBody);

  app.get("/", (c) => showFrontPage(c, deps.demoPages !== null));
  app.get("/healthz", (c) => c.json({ alive: true }));
  // Concurrent requests share one database check.
  let looking: Promise<DatabaseState | null> | null = null;
  app.get("/readyz", async (c) => {
    looking ??= soon(deps.ready(), readyWithinMs).finally(() => {
      looking = null;
    });
    const database = await looking;
    if (!database) return serviceUnavailable(c, "not_ready", "The database does not answer.");
    if (database.isReadOnly) return serviceUnavailable(c, "database_read_only", databaseReadOnly);
    // A node with a low disk stays ready: running conversations continue, and would end without it.
    return c.json({
      ready: true,
      ...((await deps.disk.isLow()) && { disk: "low" }),
      ...(deps.clock.isOff() && { clock_ahead_s: Math.round(deps.clock.aheadMs() / 1_000) }),
      ...(deps.isHeard() === false && { hints: "not heard" }),
    });
  });
  app.get("/metrics", async (c) =>
    c.body(await deps.registry.metrics(), 200, { "Content-Type": deps.registry.contentType }),
  );

  if (deps.demoPages) app.route("/demo", deps.demoPages);
  app.route("/widget", serveWidget());

  app.use("/api/auth/*", takeBody, limitRequests(deps, adminPlaces));
  app.on(["GET", "POST"], "/api/auth/*", deps.serveSignIn);
  app.use("/api/v1/*", limitRequests(deps, adminPlaces));
  const adminApi = createAdminApi({ ...deps.admin, takeBody });
  app.route("/api/v1", adminApi);
  app.get("/api/openapi.json", (c) => c.json(describeAdminApi(adminApi, deps.admin.version)));
  app.route("/console", serveConsole());
  app.route("/docs", serveDocs());

  const onlyAllowed = allowOrigins(originsOf, deps.log);
  const chatOf = ({ chat }: RunningFeature) => chat?.({ ...deps, allowOrigins: onlyAllowed }) ?? [];
  const chatRoutes = deps.features.flatMap(chatOf);
  for (const { mountUnread } of chatRoutes) mountUnread?.(app);
  app.use("/chat/:bot_id/*", takeBody, limitRequests(deps, chatPlaces));
  app.on(["POST", "DELETE"], "/chat/:bot_id/*", limitFlood(deps));
  app.get("/chat/:bot_id/events", limitFlood(deps));
  for (const { mountForAnyPage } of chatRoutes) mountForAnyPage?.(app);
  app.use("/chat/:bot_id/look", exposeCorsRefusal);
  app.use("/chat/:bot_id/*", onlyAllowed);
  app.post("/chat/:bot_id/conversations", (c) => openConversation(c, deps));
  app.post("/chat/:bot_id/messages", (c) => postMessage(c, deps));
  app.post("/chat/:bot_id/feedback", (c) => postFeedback(c, deps));
  app.post("/chat/:bot_id/transcript", (c) => postTranscript(c, deps));
  app.post("/chat/:bot_id/links", (c) => confirmLink(c, deps));
  app.delete("/chat/:bot_id/links", (c) => unlinkChats(c, deps));
  app.get("/chat/:bot_id/events", (c) => followConversation(c, deps));
  for (const { mount } of chatRoutes) mount?.(app);
  app.get("/chat/:bot_id/look", (c) => getAppearance(c, deps));
  app.get("/chat/:bot_id/r/:token", limitFlood(deps), (c) => showReturnPage(c, deps));
  app.post("/chat/:bot_id/r/:token", (c) => returnToChat(c, deps));
  app.get("/chat/:bot_id", (c) => showChatPage(c, deps.botOf));

  app.all(
    "/chat/:bot_id/:route{(?:conversations|messages|pictures|feedback|transcript|links|events|look|push)}",
    (c) => {
      const allowed = allowedMethods[c.req.param("route")] ?? "POST";
      c.header("Allow", allowed);
      return problem(c, 405, "method_not_allowed", `${c.req.path} takes ${allowed} only.`);
    },
  );

  app.use("/track/:bot_id", takeBody, limitRequests(deps, trackPlaces), limitFlood(deps));
  app.get("/track/:bot_id", (c) => showTrack(c, deps));
  app.post("/track/:bot_id", (c) => postTrack(c, deps));

  for (const { path, challenge, refuseImplausible, webhook } of channelRoutes(
    deps.webhooks,
    deps,
  )) {
    if (challenge) app.get(path, challenge);
    app.post(path, refuseImplausible, takeBody, webhook);
  }

  const hooks = deps.features.flatMap((feature) => feature.hooks?.({ ...deps, addressOf }) ?? []);
  for (const { method = "POST", path, refuseStrangers, hook } of hooks) {
    if (method === "GET") app.get(path, refuseStrangers, hook);
    else app.post(path, refuseStrangers, takeBody, hook);
  }

  doors = createDoors(app.routes, hooks);
  app.notFound(notFoundPage);
  app.onError((error, c) => {
    if (isDiskFull(error)) {
      deps.disk.markFull();
      deps.onTurnedAway("disk");
      return serviceUnavailable(c, "disk_low", diskLow, diskRetryAfterS);
    }
    if (isUnstorable(error)) return problem(c, 400, "invalid_text", unstorableText);
    if (isDatabaseAway(error)) {
      deps.log.warn({ reason: error.message, route: c.req.routePath }, "the database is away");
      deps.onTurnedAway("database");
      return serviceUnavailable(c, "database_away", databaseAway);
    }
    deps.log.error({ err: error, route: c.req.routePath }, "request failed");
    return problem(c, 500, "internal", "Something went wrong here. Please try again.");
  });
  return app;
}

/** Returns the result of `work` if it resolves within the time, else null. */
async function soon<Result>(work: Promise<Result>, withinMs: number): Promise<Result | null> {
  const late = new AbortController();
  const inTime = work.catch(() => null);
  const timeout = delay(withinMs, null, { signal: late.signal }).catch(() => null);
  return Promise.race([inTime, timeout]).finally(() => late.abort());
}
