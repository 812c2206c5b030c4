import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import express from "express";
import { type Ask, checkServer, checkShop } from "./check-shop.ts";
import { runShop } from "./run-shop.ts";
import { secret } from "./sign-question.ts";

for (const name of ["node-http", "express", "fastify", "koa", "hono"]) {
  test(`the example ${name}.ts answers signed questions over HTTP and turns others away`, async () => {
    await using shop = await runShop(new URL(`../examples/${name}.ts`, import.meta.url));
    await checkServer(shop.url);
  });
}

// What their own frameworks load, they load as modules: the examples share one webhook here.
process.env.MEETBOT_SIGNING_SECRET = secret;

test("the example app/webhook/route.ts exports the POST of a route", async () => {
  const { POST } = await import("../examples/app/webhook/route.ts");
  await checkShop(askFetch(POST));
});

test("the example pages/api/webhook.ts exports a route that switches the parser off", async () => {
  const { default: route, config } = await import("../examples/pages/api/webhook.ts");
  assert.equal(config.api.bodyParser, false);
  await serve(route, checkServer);
});

test("the example nest.ts mounts the webhook behind a parser that keeps the raw body", async () => {
  const { mountWebhook } = await import("../examples/nest.ts");
  const app = express();
  const keep = (request: object, _: unknown, rawBody: Buffer) =>
    Object.assign(request, { rawBody });
  app.use(express.json({ verify: keep }));
  mountWebhook(app);
  await serve(app, (url) => checkShop((request) => fetch(url, request)));
});

for (const isBase64Encoded of [false, true]) {
  test(`the example aws-lambda.ts answers events, base64: ${isBase64Encoded}`, async () => {
    const { handler } = await import("../examples/aws-lambda.ts");
    await checkShop(async ({ method, headers, body }) => {
      const encoded = Buffer.from(body).toString(isBase64Encoded ? "base64" : "utf8");
      const requestContext = { http: { method } };
      const event = { requestContext, headers, body: encoded, isBase64Encoded };
      const { statusCode: status, ...result } = await handler(event);
      return new Response(result.body, { status, headers: result.headers });
    });
  });
}

for (const name of ["cloudflare-workers", "deno", "bun"]) {
  test(`the example ${name}.ts exports what its runtime serves`, async () => {
    const runtime = await import(`../examples/${name}.ts`);
    await checkShop(askFetch(runtime.default.fetch));
  });
}

function askFetch(fetch: (request: Request) => Promise<Response>): Ask {
  return (request) => fetch(new Request("https://shop.example/webhook", request));
}

async function serve(listener: RequestListener, check: (url: string) => Promise<void>) {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  try {
    await check(url);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
