import { createServer, type IncomingHttpHeaders, type RequestListener, Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { MerchantEndpoint } from "./deliver.ts";

export const SIGNING_SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

const localMerchants = parseAllowList(["127.0.0.1"]);

/** The way out to the merchants of a test, and to the public internet. */
export const agent = createMerchantAgent(
  createEndpointGuard({ allow: () => localMerchants, ownPort: 0 }),
);

/** A query as it came over the wire. */
export interface ReceivedQuery {
  method: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A merchant on a local port that ends with the test; it answers every query as scripted. */
export async function startMerchant(t: TestContext, answer: RequestListener) {
  const received: ReceivedQuery[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ method: request.method, headers: request.headers, body });
    answer(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  const endpoint = await listen(t, server);
  return { endpoint, received, connections: () => connections };
}

/** A merchant that always answers this text, as JSON and with HTTP 200 unless told otherwise. */
export function startAnsweringMerchant(
  t: TestContext,
  body: string | Uint8Array,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) {
  return startMerchant(t, (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
}

/** A merchant below HTTP: `onQuery` gets the connection and the bytes of a query as they come. */
export async function startRawMerchant(
  t: TestContext,
  onQuery: (socket: Socket, bytes: Buffer) => void,
) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => onQuery(socket, bytes));
  });
  t.after(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(t, server);
}

async function listen(
  t: TestContext,
  server: ReturnType<typeof createTcpServer> | Server,
): Promise<MerchantEndpoint> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    if (server instanceof Server) server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    pageId: "231231232134111",
    signingSecrets: [SIGNING_SECRET],
  };
}
