import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { createWebhook, refuse, toNodeHandler } from "@meetbot/sdk";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { checkParsedBody } from "./check-shop.ts";
import { secret } from "./sign-question.ts";

// A webhook below a parser waits for bytes that never come, unless it looks. NestJS, Koa and the
// Pages of Next.js are tried in runtimes.test.ts.

const webhook = createWebhook({
  signingSecret: secret,
  orders: () => refuse.userNotFound(),
  packages: () => refuse.orderNotFound(),
});

test("Express says at once that the webhook is mounted below a parser", async (t) => {
  for (const parse of [express.json(), express.text({ type: "*/*" })]) {
    const app = express().use(parse);
    app.post("/webhook", toNodeHandler(webhook));
    await checkListening(t, createServer(app));
  }
});

test("Fastify says at once that its parser was left on", async (t) => {
  const app = fastify();
  const handle = toNodeHandler(webhook);
  app.post("/webhook", async (request, reply) => {
    reply.hijack();
    await handle(request.raw, reply.raw);
  });
  await app.ready();
  await checkListening(t, app.server);
});

test("Hono says at once that the body was read before", async (t) => {
  const app = new Hono();
  app.post("/webhook", async (context) => {
    await context.req.json();
    return webhook(context.req.raw);
  });
  await checkListening(t, createServer(getRequestListener(app.fetch)));
});

async function checkListening(t: TestContext, server: Server): Promise<void> {
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  await checkParsedBody(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`);
}
