import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { Handler, Hono, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DeskMoves } from "../../operations/desk/desk-moves.ts";
import type { LimitRequestsDeps } from "../../platform/limits/limit-requests.ts";
import type { Job } from "../../platform/parts/job.ts";
import type { AdminApp } from "../../server/admin-api/http/admin-app.ts";
import type { ChatDeps } from "../../server/chat/chat-api.ts";
import type { Agents } from "../../server/metrics/watch-calls.ts";
import type { Store } from "../../store/store.ts";
import type { CarrierHint } from "../carriers/form/carrier.ts";
import type { ConnectorHost } from "../connectors/host/connector-host.ts";
import type { CustomerUpdates } from "../customer-updates/opening/open-customer-updates.ts";
import type { Pictures } from "../pictures/opening/open-pictures.ts";

/** What a node provides to its features. */
export interface FeatureNode {
  store: Store;
  botOf(botId: string): Promise<Bot | null>;
  /** Agents' actions in conversations. */
  deskMoves: DeskMoves;
  /** For how many hours after a customer's message a platform accepts messages to them; `null` if there is no limit. */
  windowHoursOf(channel: string): number | null;
  /** Queues a query to a shop about a parcel that may have moved. `full`: the queue has reached its limit. */
  takeHint(botId: string, hint: CarrierHint): Promise<"taken" | "full">;
  /** The HTTP agents for this node's outgoing requests, and the guards that decide which addresses they may reach. */
  agents: Agents;
  guard: EndpointGuard;
  pushGuard: EndpointGuard;
  mailer: Mailer | null;
  connectors: ConnectorHost;
  /** Features that other parts of the node call; opened before all of them start. */
  updates: CustomerUpdates;
  pictures: Pictures;
  /** MEETBOT_PUBLIC_URL; `null`: not set. */
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  /** Where a feature registers its metrics. */
  registers: Registry[];
  log: Logger;
}

/** A URL that a system outside calls. */
export interface Hook {
  /** POST by default. A GET has no body. */
  method?: "GET" | "POST";
  path: string;
  /** Its name in `/metrics`. */
  door: string;
  /** Runs before the body is read. */
  refuseStrangers: MiddlewareHandler;
  hook: Handler;
}

/** What hooks need from the server. */
export interface HookDoor extends LimitRequestsDeps {
  /** Returns the caller's address, with the server's proxies taken into account. */
  addressOf(c: Parameters<Handler>[0]): string | null;
}

/** What chat routes need from the server. */
export interface ChatDoor extends ChatDeps {
  /** Refuses pages of other sites than the bot allows. */
  allowOrigins: MiddlewareHandler;
}

/** Routes below `/chat/{bot_id}/`, by the checks that run before them. */
export interface ChatRoutes {
  /** None: the route limits and reads its body itself. */
  mountUnread?(app: Hono): void;
  /** Body and rate only: other programs than the chat call, such as mail programs. */
  mountForAnyPage?(app: Hono): void;
  /** All checks of the chat. */
  mount?(app: Hono): void;
}

/** A feature running in a node; each part is optional. */
export interface RunningFeature {
  /** Mounts its routes of the admin API. */
  mountApi?(admin: AdminApp): void;
  hooks?(door: HookDoor): Hook[];
  /** Formats refusals below a path the way its callers expect. Runs before any check. */
  forms?: readonly { path: string; form: MiddlewareHandler }[];
  chat?(door: ChatDoor): ChatRoutes;
  startJobs?(): Job[];
}

/**
 * A feature of Meetbot: a folder whose index exports one of these, and a line in `features.ts`. A feature that stores
 * data also has a line in `store/parts`.
 */
export interface Feature {
  name: string;
  /** Its page in `docs/`, then the pages that must link to it, in each language. `README` is the repository's. */
  pages: readonly [own: string, ...linkedFrom: string[]];
  start(node: FeatureNode): RunningFeature;
}
