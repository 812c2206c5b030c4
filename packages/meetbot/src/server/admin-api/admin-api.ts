import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import type { RunningFeature } from "../../features/form/feature.ts";
import {
  databaseAway,
  diskLow,
  diskRetryAfterS,
  retryAfterS,
  unstorableText,
} from "../../platform/http/problem.ts";
import type { Disk } from "../../platform/limits/disk.ts";
import { isDatabaseAway, isDiskFull } from "../../platform/postgres/is-database-away.ts";
import { isUnstorable } from "../../platform/postgres/is-storable.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { type AccountAreaDeps, mountAccount } from "./account/mount-account.ts";
import { type AnswerAreaDeps, mountAnswers } from "./answers/mount-answers.ts";
import { type BotLifeDeps, mountBotLife } from "./bots/mount-bot-life.ts";
import { type BotAreaDeps, mountBots } from "./bots/mount-bots.ts";
import type { ChannelAreaDeps } from "./channels/channel-area.ts";
import {
  type ConversationAreaDeps,
  mountConversations,
} from "./conversations/mount-conversations.ts";
import { type DeliveryAreaDeps, mountDeliveries } from "./deliveries/mount-deliveries.ts";
import { type AdminAppDeps, createAdminApp } from "./http/admin-app.ts";
import type { AdminEnv } from "./http/admin-env.ts";
import { ApiError, describeProblem } from "./http/api-error.ts";
import { type CannedAreaDeps, mountCannedReplies } from "./inbox/mount-canned-replies.ts";
import { type CardAreaDeps, mountCards } from "./inbox/mount-cards.ts";
import { mountCloseMany } from "./inbox/mount-close-many.ts";
import { type InboxAreaDeps, mountInbox } from "./inbox/mount-inbox.ts";
import { mountInboxRetry } from "./inbox/mount-inbox-retry.ts";
import { type LabelAreaDeps, mountLabels } from "./inbox/mount-labels.ts";
import { type LiveAreaDeps, mountLive } from "./inbox/mount-live.ts";
import { mountNotes, type NoteAreaDeps } from "./inbox/mount-notes.ts";
import { mountPanel, type PanelAreaDeps } from "./inbox/mount-panel.ts";
import { mountPresence, type PresenceAreaDeps } from "./inbox/mount-presence.ts";
import { mountTurns, type TurnAreaDeps } from "./inbox/mount-turns.ts";
import { type KeyAreaDeps, mountKeys } from "./keys/mount-keys.ts";
import { mountMessenger } from "./messenger/mount-messenger.ts";
import { mountOverview, type OverviewAreaDeps } from "./overview/mount-overview.ts";
import { mountPeople } from "./people/mount-people.ts";
import type { PeopleAreaDeps } from "./people/people-area.ts";
import { mountSession } from "./session/mount-session.ts";
import { mountTelegram } from "./telegram/mount-telegram.ts";
import { mountWebhook, type WebhookAreaDeps } from "./webhook/mount-webhook.ts";

/** The dependencies of the admin API. */
export interface AdminApiDeps
  extends AdminAppDeps,
    AccountAreaDeps,
    AnswerAreaDeps,
    BotAreaDeps,
    BotLifeDeps,
    DeliveryAreaDeps,
    ConversationAreaDeps,
    PresenceAreaDeps,
    InboxAreaDeps,
    NoteAreaDeps,
    LabelAreaDeps,
    TurnAreaDeps,
    LiveAreaDeps,
    PanelAreaDeps,
    CardAreaDeps,
    CannedAreaDeps,
    OverviewAreaDeps,
    PeopleAreaDeps,
    WebhookAreaDeps,
    KeyAreaDeps,
    ChannelAreaDeps {
  /** The running features; each mounts its own routes. */
  features: readonly RunningFeature[];
  version: string;
  onTurnedAway: Metrics["onTurnedAway"];
  disk: Pick<Disk, "markFull">;
  log: Logger;
}

/** The admin API, to be mounted at `/api`: all that the console does, and its description. */
export function createAdminApi(deps: AdminApiDeps): OpenAPIHono<AdminEnv> {
  const admin = createAdminApp(deps);
  const { app } = admin;
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  mountSession(admin, deps);
  mountAccount(admin, deps);
  mountBots(admin, deps);
  mountAnswers(admin, deps);
  mountDeliveries(admin, deps);
  mountBotLife(admin, deps);
  mountConversations(admin, deps);
  mountPresence(admin, deps);
  mountInbox(admin, deps);
  mountCloseMany(admin, deps);
  mountNotes(admin, deps);
  mountLabels(admin, deps);
  mountTurns(admin, deps);
  mountLive(admin, deps);
  mountInboxRetry(admin, deps);
  mountPanel(admin, deps);
  mountCards(admin, deps);
  mountCannedReplies(admin, deps);
  mountOverview(admin, deps);
  mountWebhook(admin, deps);
  mountPeople(admin, deps);
  mountKeys(admin, deps);
  mountMessenger(admin, deps);
  mountTelegram(admin, deps);
  for (const feature of deps.features) feature.mountApi?.(admin);

  app.notFound((c) =>
    describeProblem(c, new ApiError(404, "no_such_route", "The admin API has no such route.")),
  );
  app.onError((error, c) => {
    if (error instanceof ApiError) return describeProblem(c, error);
    if (error instanceof HTTPException) {
      return describeProblem(c, new ApiError(400, "invalid_request", error.message));
    }
    if (isDiskFull(error)) {
      deps.disk.markFull();
      deps.onTurnedAway("disk");
      c.header("Retry-After", String(diskRetryAfterS));
      return describeProblem(c, new ApiError(503, "disk_low", diskLow));
    }
    if (isUnstorable(error)) {
      return describeProblem(c, new ApiError(400, "invalid_request", unstorableText));
    }
    if (isDatabaseAway(error)) {
      deps.log.warn({ reason: error.message, route: c.req.routePath }, "the database is away");
      deps.onTurnedAway("database");
      c.header("Retry-After", String(retryAfterS));
      return describeProblem(c, new ApiError(503, "database_away", databaseAway));
    }
    const requestId = randomUUID();
    deps.log.error({ err: error, route: c.req.routePath, request: requestId }, "request failed");
    return describeProblem(c, internal, requestId);
  });
  return app;
}

/** Describes the admin API in OpenAPI 3.1. */
export function describeAdminApi(api: OpenAPIHono<AdminEnv>, version: string) {
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "meetbot.session_token",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Meetbot admin API",
      version,
      description: "All that the console does. Every write may carry an `Idempotency-Key`.",
    },
    servers: [{ url: "/api/v1" }],
  });
}

const internal = new ApiError(
  500,
  "internal",
  "Something went wrong here. Please try again; the request_id finds it in the server's log.",
);
