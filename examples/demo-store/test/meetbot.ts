import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the shop's server told Meetbot, with the claims of its token. */
export interface Told {
  method: string;
  path: string;
  also: boolean;
  claims: Record<string, unknown>;
}

/** Starts a stand-in for Meetbot that answers the shop's server as the test sets it. */
export async function startMeetbot(scope: { after(close: () => void): void }) {
  const told: Told[] = [];
  const meetbot = {
    url: "",
    told,
    answers: [] as { status: number; body: object }[],
  };
  const answer: RequestListener = async (request, response) => {
    const { identity, also = false } = JSON.parse(await text(request));
    const claims = JSON.parse(Buffer.from(identity.split(".")[1], "base64url").toString());
    told.push({ method: request.method ?? "", path: request.url ?? "", also, claims });
    const { status, body } = meetbot.answers.shift() ?? { status: 500, body: {} };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  scope.after(() => {
    server.close();
    server.closeAllConnections();
  });
  meetbot.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return meetbot;
}
