import type { Handler, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { LimitRequestsDeps } from "../../platform/limits/limit-requests.ts";
import type { AdminApp } from "../../server/admin-api/http/admin-app.ts";
import type { Store } from "../../store/store.ts";
import type { CarrierHint } from "../carriers/form/carrier.ts";

/** What a node lends to its features. */
export interface FeatureNode {
  store: Store;
  /** Where a feature registers what it counts. */
  registers: Registry[];
  /** MEETBOT_PUBLIC_URL; `null`: not set. */
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  /** Has a shop asked about a parcel that may have moved. `full`: as many wait for that as are kept. */
  takeHint(botId: string, hint: CarrierHint): Promise<"taken" | "full">;
  log: Logger;
}

/** A URL at which a system outside calls. */
export interface Hook {
  path: string;
  /** Runs before the body is read. */
  refuseStrangers: MiddlewareHandler;
  hook: Handler;
}

/** What a feature does within a node; each part is optional. */
export interface RunningFeature {
  /** Mounts its routes of the admin API. */
  mountApi?(admin: AdminApp): void;
  hooks?(limiting: LimitRequestsDeps): Hook[];
}

/**
 * A feature of Meetbot: a folder whose index exports one of these, and a line in `features.ts`. What it keeps in the
 * database is a line in `store/parts/parts.ts`.
 */
export interface Feature {
  name: string;
  start(node: FeatureNode): RunningFeature;
}
