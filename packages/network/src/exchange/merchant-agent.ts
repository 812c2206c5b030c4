import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { setImmediate as restOfTurn } from "node:timers/promises";
import { Agent, buildConnector } from "undici";
import { AddressRefusedError } from "../addresses/address-refused-error.ts";
import type { EndpointGuard } from "../addresses/endpoint-guard.ts";
import { readTarget, toHost } from "../addresses/read-target.ts";
import type { Timings } from "./exchange-record.ts";
import { callHttp, type HttpAnswer, type HttpCall } from "./http-call.ts";
import { inTwoParts } from "./in-two-parts.ts";
import { limitResponses } from "./limit-responses.ts";

/**
 * Looking the name up, connecting and the TLS handshake together: a server that needs longer is
 * down, and the customer waits for it. undici's coarse timer may add up to a second.
 */
const CONNECT_TIMEOUT_MS = 2_000;

/** undici refuses larger heads with `UND_ERR_HEADERS_OVERFLOW`; shops' servers send under 2 KiB. */
const MAX_RESPONSE_HEAD_BYTES = 16 * 1024;

/** The timings of a connection's phases, filled in as each phase completes. */
export type Phases = Pick<Timings, "lookupMs" | "connectMs">;

interface PostOptions extends Pick<HttpCall, "headers" | "signals" | "limitBytes"> {
  /** `GET` only to check that the server refuses it; sends no body. */
  method?: "GET" | undefined;
  body: Buffer;
  /** How many bytes of the body to send first; the rest follows a moment later. */
  firstBytes?: number | undefined;
  /** Unchanged if the connection was reused or was opened for another query. */
  phases: Phases;
}

/** Sends all requests to merchants. */
export interface MerchantAgent {
  /** Rejects with an {@link AddressRefusedError} if the guard refuses the address. */
  post(url: string, post: PostOptions): Promise<HttpAnswer>;
  /** Closes all connections, including those that wait for an answer. Safe to call again. */
  close(): Promise<void>;
}

interface MerchantAgentOptions {
  /** The size limit of one response, including its headers; the default is enough for a webhook's answer. */
  maxBytes?: number;
}

/**
 * Creates the HTTP agent for merchants' endpoints, with one keep-alive pool per origin; the guard checks every
 * connection. Idle connections do not keep the process alive. Uses HTTP/1.1 only, so that a slow response never blocks
 * another on the same connection. undici's own timers are off: they restart with every chunk, so a body that arrives in
 * drips outlasts them; the deadline of `deliver` limits the whole exchange instead.
 */
export function createMerchantAgent(
  guard: Pick<EndpointGuard, "vet">,
  { maxBytes }: MerchantAgentOptions = {},
): MerchantAgent {
  // undici makes a connection from within the call that needs it first.
  const phasesOfCall = new AsyncLocalStorage<Phases>();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const dispatcher = new Agent({
    allowH2: false,
    pipelining: 1,
    connect: guardedConnector({ guard, maxBytes }, closing.signal, () => phasesOfCall.getStore()),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_RESPONSE_HEAD_BYTES,
  });
  return {
    async post(url, { phases, method = "POST", body, firstBytes, headers, ...post }) {
      const target = readTarget(url);
      if (typeof target === "string") throw new AddressRefusedError(target);
      await readWhatWaits();
      const written =
        firstBytes === undefined
          ? { headers, body: method === "POST" ? body : null }
          : {
              // undici does not know the length of a body sent in parts.
              headers: { ...headers, "content-length": String(body.length) },
              body: inTwoParts(body, firstBytes),
            };
      const sent = { method, url: new URL(url), ...written };
      return phasesOfCall.run(phases, () => callHttp(dispatcher, { ...post, ...sent }));
    },
    async close() {
      const closed = dispatcher.destroy();
      // undici waits for pending connections, and a server may never complete the handshake.
      closing.abort();
      await closed;
    },
  };
}

/**
 * Waits a whole turn of the event loop, so that undici reads whatever a server sent unasked and drops its connection.
 * Otherwise those bytes would pass for the answer to the next query. undici itself waits only for the rest of a turn,
 * in which it may not read anything.
 */
async function readWhatWaits(): Promise<void> {
  await restOfTurn();
  await restOfTurn();
}

/** Vets the host and connects to the vetted addresses, so that no second lookup can differ. */
function guardedConnector(
  { guard, maxBytes }: { guard: Pick<EndpointGuard, "vet">; maxBytes: number | undefined },
  closing: AbortSignal,
  phasesOf: () => Phases | undefined,
): buildConnector.connector {
  return async (options, callback) => {
    const phases = phasesOf();
    const start = performance.now();
    try {
      const host = toHost(options.hostname);
      const isPlain = options.protocol === "http:";
      const port = Number(options.port || (isPlain ? 80 : 443));
      const vetted = await guard.vet({ host, port, isPlain });
      const lookupMs = performance.now() - start;
      if (phases) phases.lookupMs = lookupMs;
      closing.throwIfAborted();
      if (!vetted.allowed) throw new AddressRefusedError(vetted.reason);
      const connect = buildConnector({
        allowH2: false,
        timeout: Math.max(1, CONNECT_TIMEOUT_MS - lookupMs),
        lookup: answerWith(vetted.addresses),
        signal: closing,
      });
      // Checks the certificate against the host name, whatever address the name resolves to.
      connect(
        { ...options, hostname: host, ...(!isPlain && !isIP(host) && { servername: host }) },
        (...result: Parameters<typeof callback>) => {
          const isUp = result[0] === null;
          if (isUp) limitResponses(result[1] as Socket, maxBytes);
          if (phases && isUp) phases.connectMs = performance.now() - start - lookupMs;
          callback(...result);
        },
      );
    } catch (error) {
      callback(error as Error, null);
    }
  };
}

function answerWith(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, { all }, callback) => {
    const [first] = answers;
    if (all || !first) callback(null, answers);
    else callback(null, first.address, first.family);
  };
}
