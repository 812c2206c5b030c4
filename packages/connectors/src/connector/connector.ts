import type { LookUps } from "@meetbot/sdk";
import type { HookCall, ParsedHook } from "./hook.ts";

/** One thing that a shop owner pastes: the form, what is sealed, and the help follow from it. */
export interface ConnectorField {
  name: string;
  kind: "url" | "text" | "secret" | "choice";
  isRequired: boolean;
  /** What a `choice` may be; the first one counts where it is left out. */
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
  /** Throws a `ConnectorConfigError` that names the field, what is wrong, and what to do. */
  readConfig(value: unknown): Config;
  /** The only origin that it calls: `https://shop.example`. */
  originOf(config: Config): string;
  connect(config: Config, deps: ConnectorDeps): ConnectedShop;
  /** Reads what the platform's own webhook calls with. Absent: it has none that could be read. */
  hear?(call: HookCall, config: Config): ParsedHook;
}

/** A shop as it is connected: the SDK's two look-ups, and whether its credentials serve. */
export interface ConnectedShop extends LookUps {
  /** Asks the platform as a look-up would. Never rejects for what the platform does. */
  check(): Promise<ShopCheck>;
}

/**
 * What is true of a connection that works, and an owner should know: the key can do more than read;
 * the platform has no key that could not; orders before the last 60 days are not shown; emails and addresses are withheld by the platform; there is no order yet.
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
      /** One of its newest orders, to try all rules with. */
      sample: { account?: string; orderNumber?: string } | null;
    }
  | { isOk: false; problem: ConnectorProblem; detail: string };

/** Why a platform could not be asked; words of them belong to who tells it. */
export type ConnectorProblem =
  | "unreachable"
  | "not_this_platform"
  | "unauthorized"
  | "missing_scope"
  | "throttled"
  | "broken_answer"
  | "unavailable";
