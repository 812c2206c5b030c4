import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import {
  createMerchantAgent,
  type MerchantAgent,
} from "@meetbot/network/exchange/merchant-agent.ts";
import { type AskOptions, askMerchant, type MerchantEndpoint } from "../ask.ts";
import type { EndpointAnswer } from "../resilience/endpoint-runtime.ts";
import { SIGNING_SECRET } from "../scripted-merchant.fixture.ts";
import type { Act, Behavior } from "./behavior.fixture.ts";
import { openConnection } from "./hostile-connection.fixture.ts";
import { orderNumber } from "./valid-answer.fixture.ts";

export const hostName = "shop.example";
export const pageId = "231231232134111";

/** Enough for what answers, and for a retry of it, also on a busy machine. */
const patientMs = 30_000;
/** For what never answers. */
const shortMs = 1_000;

/** How long the query to it may take. */
export const deadlineOf = ({ outcome, endsAtDeadline }: Behavior) =>
  endsAtDeadline || outcome === "timeout" ? shortMs : patientMs;

/** A merchant that behaves so, and Meetbot's way to it. */
export interface HostileMerchant {
  /** Asks it what the behavior is about, or something else. */
  ask(question?: Question, options?: Partial<AskOptions>): Promise<EndpointAnswer>;
  endpoint: MerchantEndpoint;
  agent: MerchantAgent;
  /** So many connections have reached it. */
  connections(): number;
}

/** What a meeting leaves open after Meetbot's way out is closed. */
export interface Leftovers {
  /** Connections that Meetbot has not let go. */
  openConnections: number;
}

/** Meets one hostile merchant, on connections of its own; all is closed in the end. */
export async function meet<Result>(
  behavior: Behavior,
  use: (merchant: HostileMerchant) => Promise<Result>,
): Promise<Result & Leftovers> {
  const { place = {}, question = { method: "orders", orderNumber } } = behavior;
  const listening = await listen(behavior.act, place);
  const {
    host = hostName,
    allow = ["127.0.0.1"],
    newResolver = () => async () => ["127.0.0.1"],
  } = place;
  const { scheme = place.tls ? "https:" : "http:" } = place;
  const list = parseAllowList(allow);
  const guard = createEndpointGuard({ allow: () => list, ownPort: 0, resolve: newResolver() });
  const agent = createMerchantAgent(guard);
  const url = `${scheme}//${host}:${listening.port}/webhook`;
  const endpoint = { url, pageId, signingSecrets: [SIGNING_SECRET] };
  try {
    if (place.isSaved) assert((await guard.judge(url)).allowed);
    const result = await use({
      endpoint,
      agent,
      connections: listening.connections,
      ask: (asked = question, options = {}) =>
        askMerchant(asked, endpoint, { agent, deadlineMs: deadlineOf(behavior), ...options }),
    });
    await agent.close();
    return { ...result, openConnections: await listening.waitForEnd() };
  } finally {
    await agent.close();
    listening.close();
  }
}

/** Opens a port on which a merchant does so. */
export async function listen(act: Act, { tls }: { tls?: object } = {}) {
  const open = new Set<Socket>();
  let connections = 0;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => {}).on("close", () => open.delete(socket));
  };
  const serve = (socket: Socket) => {
    keep(socket);
    // A merchant's script breaks off when its connection does.
    Promise.resolve(act(openConnection(socket))).catch((error: unknown) => {
      if (!socket.destroyed) throw error;
    });
  };
  const server: Server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on("tlsClientError", () => {});
  server.on("connection", (socket: Socket) => {
    connections += 1;
    keep(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    /** Gives the connections twenty seconds to end. */
    async waitForEnd(): Promise<number> {
      const ends = [...open].map((socket) => {
        const closed = new Promise((resolve) => socket.once("close", resolve));
        socket.resume(); // Only who reads hears of an end.
        return closed;
      });
      const patience = new AbortController();
      const late = new Promise((resolve) => {
        const timer = setTimeout(resolve, 20_000);
        patience.signal.addEventListener("abort", () => clearTimeout(timer));
      });
      await Promise.race([Promise.all(ends), late]);
      patience.abort();
      return open.size;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
