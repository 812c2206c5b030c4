import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { CgroupScope } from "../../test/fixtures/machine.ts";

/** What a webhook is asked, and what it says to it. */
export interface WebhookRequest {
  secret: string | undefined;
  body: string;
}

/** A webhook that keeps what comes; `answer` says with which status, and may take its time. */
export async function startWebhook(
  scope: CgroupScope,
  answer: (request: WebhookRequest) => number | Promise<number> = () => 200,
) {
  const requests: WebhookRequest[] = [];
  const server = createServer(async (request, response) => {
    const secret = request.headers["x-telegram-bot-api-secret-token"]?.toString();
    const one = { secret, body: await text(request) };
    requests.push(one);
    response.writeHead(await answer(one)).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  scope.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}
