import {
  connectors as allConnectors,
  type Connector,
  ConnectorConfigError,
  type ConnectorField,
  type ConnectorTable,
  connectorOf,
} from "@meetbot/connectors";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { ConnectorHostError } from "./connector-error.ts";
import type { CheckAnswer, Order, RawAnswer } from "./messages.ts";
import { type HeardHook, type HookCall, parseHook } from "./parse-hook.ts";
import { createWatchedWorker, type WatchedWorkerDeps } from "./watched-worker.ts";

/** The limit for finding the shop, signing in and reading an order; a slower shop is no use to a customer. */
const checkMs = 15_000;

export interface ConnectorHostOptions extends WatchedWorkerDeps {
  /** The connectors that `program` serves; all available ones by default. */
  connectors?: ConnectorTable | undefined;
}

/** No platform issues a longer value. */
const maxValueLength = 4_000;

/** A platform that can be connected, and the fields that the owner fills in. */
export interface OfferedConnector {
  name: string;
  title: string;
  fields: readonly ConnectorField[];
  /** Whether Meetbot can read the platform's own webhooks. */
  isHeard: boolean;
}

/** A parsed configuration, or what is wrong with which field. */
export type ReadConfig =
  | {
      isRead: true;
      config: GivenConfig;
      origin: string;
      /** The shop's full address: several shops may share an origin. */
      address: string;
    }
  | { isRead: false; field: string; message: string };

/** The connectors of a node: their descriptions, and one process that runs them all. */
export interface ConnectorHost {
  offered: readonly OfferedConnector[];
  /** Returns `null` when there is no such connector. */
  read(name: string, given: GivenConfig): ReadConfig | null;
  /** Queries the platform; never rejects, whatever the platform does or happens to the worker. */
  check(name: string, config: GivenConfig): Promise<CheckAnswer>;
  /** Rejects with a {@link ConnectorHostError} if no answer arrives, and with the reason of `signal` if it aborts. */
  ask(ask: Omit<Extract<Order, { kind: "ask" }>, "kind">, signal: AbortSignal): Promise<RawAnswer>;
  /** Verifies and parses a call from a platform's own webhook; sends no queries. */
  hear(name: string, config: GivenConfig, call: HookCall): HeardHook;
  close(): Promise<void>;
}

/** Opens the connectors; their process is started for the first question. */
export function openConnectorHost({
  connectors = allConnectors,
  ...deps
}: ConnectorHostOptions): ConnectorHost {
  const worker = createWatchedWorker(deps);
  return {
    offered: offeredConnectors(connectors),
    read: (name, given) => readConnector(name, given, connectors),
    async check(name, config) {
      const overdue = AbortSignal.timeout(checkMs);
      try {
        const reply = await worker.send({ kind: "check", name, config }, overdue);
        if (reply.kind === "checked") return reply.check;
      } catch (error) {
        if (!overdue.aborted && !(error instanceof ConnectorHostError)) throw error;
      }
      const detail = overdue.aborted
        ? `no answer within ${checkMs / 1_000} s`
        : "the connector stopped in the middle of its work";
      return { isOk: false, problem: "unavailable", detail };
    },
    async ask(ask, signal) {
      const reply = await worker.send({ kind: "ask", ...ask }, signal);
      if (reply.kind === "answer") return reply.answer;
      throw new ConnectorHostError("MEETBOT_CONNECTOR_ENDED");
    },
    hear: (name, config, call) => parseHook(connectorOf(name, connectors), config, call),
    close: worker.close,
  };
}

/** Returns all available connectors, without opening anything. */
export const offeredConnectors = (connectors: ConnectorTable = allConnectors): OfferedConnector[] =>
  Object.values(connectors).map(({ name, title, fields, hear }) => ({
    ...{ name, title, fields },
    isHeard: hear !== undefined,
  }));

/** Parses a configuration; `null` if there is no such connector. */
export function readConnector(
  name: string,
  given: GivenConfig,
  connectors: ConnectorTable = allConnectors,
): ReadConfig | null {
  const connector = connectorOf(name, connectors);
  return connector ? readConfig(connector, given) : null;
}

/** Returns the given values of the connector's fields; drops all others. */
function readConfig(connector: Connector, given: GivenConfig): ReadConfig {
  const long = Object.keys(given).find((name) => (given[name] ?? "").length > maxValueLength);
  if (long !== undefined) {
    const message = `It is longer than ${maxValueLength} characters, as no address and no key is.`;
    return { isRead: false, field: long.slice(0, 60), message };
  }
  const known = connector.fields.map(({ name }) => name);
  const config = Object.fromEntries(
    Object.entries(given)
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([, value]) => value !== ""),
  );
  const strange = Object.keys(config).find((name) => !known.includes(name));
  if (strange !== undefined) {
    const message = `There is no field of this name. Known: ${known.join(", ")}.`;
    return { isRead: false, field: strange.slice(0, 60), message };
  }
  try {
    const origin = connector.originOf(connector.readConfig(config));
    const urls = connector.fields.flatMap(({ name, kind }) =>
      kind === "url" ? (URL.parse(config[name] ?? "")?.href ?? config[name] ?? "") : [],
    );
    return { isRead: true, config, origin, address: [origin, ...urls].join(" ") };
  } catch (error) {
    if (!(error instanceof ConnectorConfigError)) throw error;
    return { isRead: false, field: error.field, message: error.message };
  }
}
