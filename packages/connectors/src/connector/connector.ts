import type { LookUps } from "@meetbot/sdk";
import type { HookCall, ParsedHook } from "./hook.ts";

/** One value that a shop owner pastes. The form, the choice of which values to encrypt, and the help derive from it. */
export interface ConnectorField {
  name: string;
  kind: "url" | "text" | "secret" | "choice";
  isRequired: boolean;
  /** The allowed values of a `choice`; the first one is the default. */
  choices?: readonly string[];
}

/** A connector's dependencies: its only access to the outside. */
export interface ConnectorDeps {
  fetch: typeof fetch;
  /** Unix milliseconds. */
  now: () => number;
}

/** A connector: how to query one platform for Meetbot. */
export interface Connector<Config = unknown> {
  /** In URLs, configurations and on the command line: `vendure`. */
  name: string;
  /** As the platform writes itself: `Vendure`. */
  title: string;
  fields: readonly ConnectorField[];
  /** Parses a configuration. Throws a `ConnectorConfigError` that names the field, what is wrong, and what to do. */
  readConfig(value: unknown): Config;
  /** The only origin that it calls: `https://shop.example`. */
  originOf(config: Config): string;
  connect(config: Config, deps: ConnectorDeps): ConnectedShop;
  /** Parses a call from the platform's own webhook. Absent if the platform has no webhook that can be parsed. */
  hear?(call: HookCall, config: Config): ParsedHook;
}

/** A shop as it is connected: the SDK's two look-ups, and whether its credentials serve. */
export interface ConnectedShop extends LookUps {
  /** Queries the platform as a look-up would. Never rejects because of the platform. */
  check(): Promise<ShopCheck>;
}

/**
 * What an owner should know about a working connection: the key can do more than read; the platform offers no read-only
 * key; orders older than 60 days are not shown; the platform withholds emails and addresses; there is no order yet.
 */
export type CheckNote =
  | "scopes_too_wide"
  | "no_read_only_key"
  | "last_60_days_only"
  | "personal_data_withheld"
  | "no_orders_yet";

/** The result of checking whether the pasted configuration can be used to query a shop. */
export type ShopCheck =
  | {
      isOk: true;
      /** The shop's own name, or its host if it returns none. */
      shop: string;
      notes: readonly CheckNote[];
      /** One of the newest orders, for testing all rules. */
      sample: { account?: string; orderNumber?: string } | null;
    }
  | { isOk: false; problem: ConnectorProblem; detail: string };

/** Why a query to a platform failed; the caller chooses the wording. */
export type ConnectorProblem =
  | "unreachable"
  | "not_this_platform"
  | "unauthorized"
  | "missing_scope"
  | "throttled"
  | "broken_answer"
  | "unavailable";
