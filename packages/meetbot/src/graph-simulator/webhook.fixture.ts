import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { CgroupScope } from "../../test/fixtures/machine.ts";
import { isSigned, verifySubscription } from "../channels/messenger/inbound/verify.ts";

/** A webhook as an app has one: it proves itself, checks signatures and keeps what comes. */
export async function startWebhook(
  scope: CgroupScope,
  { verifyToken, appSecret }: { verifyToken: string; appSecret: string },
) {
  const bodies: string[] = [];
  /** With what the next requests are answered; then with 200. */
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "GET") {
      const { searchParams } = new URL(request.url ?? "", "http://webhook.invalid");
      const answer = verifySubscription(searchParams, verifyToken);
      response.writeHead(answer.status).end(await answer.text());
      return;
    }
    const body = await buffer(request);
    const signature = request.headers["x-hub-signature-256"];
    if (!isSigned(body, String(signature), appSecret)) {
      response.writeHead(401).end();
      return;
    }
    bodies.push(body.toString());
    response.writeHead(statuses.shift() ?? 200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  scope.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  return { url, bodies, statuses };
}
