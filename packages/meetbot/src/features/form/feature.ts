import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { Handler, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Bot } from "../../model/bot/bot.ts";
import type { Mailer } from "../../model/mail.ts";
import type { DeskMoves } from "../../operations/desk/desk-moves.ts";
import type { LimitRequestsDeps } from "../../platform/limits/limit-requests.ts";
import type { AdminApp } from "../../server/admin-api/http/admin-app.ts";
import type { Agents } from "../../server/metrics/watch-calls.ts";
import type { Store } from "../../store/store.ts";
import type { CarrierHint } from "../carriers/form/carrier.ts";

/** What a node lends to its features. */
export interface FeatureNode {
  store: Store;
  botOf(botId: string): Promise<Bot | null>;
  /** What people do in conversations. */
  deskMoves: DeskMoves;
  /** For how many hours a platform takes words to somebody who wrote; `null`: for as long as one likes. */
  windowHoursOf(channel: string): number | null;
  /** Has a shop asked about a parcel that may have moved. `full`: as many wait for that as are kept. */
  takeHint(botId: string, hint: CarrierHint): Promise<"taken" | "full">;
  /** Ways out of this node, and which addresses they may lead to. */
  agents: Agents;
  guard: EndpointGuard;
  pushGuard: EndpointGuard;
  mailer: Mailer | null;
  /** MEETBOT_PUBLIC_URL; `null`: not set. */
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  /** Where a feature registers what it counts. */
  registers: Registry[];
  log: Logger;
}

/** A URL at which a system outside calls. */
export interface Hook {
  path: string;
  /** What `/metrics` calls it. */
  door: string;
  /** Runs before the body is read. */
  refuseStrangers: MiddlewareHandler;
  hook: Handler;
}

/** What a node does though nobody asks at the moment. */
export interface Job {
  stop(): Promise<void>;
}

/** What a feature does within a node; each part is optional. */
export interface RunningFeature {
  /** Mounts its routes of the admin API. */
  mountApi?(admin: AdminApp): void;
  hooks?(limiting: LimitRequestsDeps): Hook[];
  startJobs?(): Job[];
}

/**
 * A feature of Meetbot: a folder whose index exports one of these, and a line in `features.ts`. What it keeps in the
 * database is a line in `store/parts`.
 */
export interface Feature {
  name: string;
  start(node: FeatureNode): RunningFeature;
}
