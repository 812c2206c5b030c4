import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { test } from "node:test";
import express from "express";
import { nowS, secret, signQuestion, validityQuery } from "../test/sign-question.ts";
import { createWebhook, refuse, toNodeHandler } from "./index.ts";

test("node:http: a signed question is answered, a changed one is not", async () => {
  await serve(handler(), async (url) => {
    const answer = await fetch(url, signQuestion(validityQuery));
    assert.deepEqual(await answer.json(), { success: true, object: "test", test_token: "12345" });
    const changed = { ...signQuestion(validityQuery, nowS + 1), body: "{}" };
    assert.equal((await fetch(url, changed)).status, 401);
    assert.equal((await fetch(url)).status, 405);
  });
});

test("node:http: bytes beyond ASCII keep their signature", async () => {
  await serve(handler(), async (url) => {
    const answer = await fetch(url, signQuestion({ ...validityQuery, testToken: "订单 👕 é" }));
    assert.match(await answer.text(), /订单 👕 é/);
  });
});

test("node:http: a body of 64 KiB and more is answered 413, without its length announced too", async () => {
  await serve(handler(), async (url) => {
    const body = "x".repeat(200 * 1024);
    assert.equal((await fetch(url, { method: "POST", body })).status, 413);
    const chunked = new Blob([body]).stream();
    const answer = await fetch(url, { method: "POST", body: chunked, duplex: "half" });
    assert.equal(answer.status, 413);
    assert.equal(answer.headers.get("connection"), "close");
  });
});

test("node:http: no method and no broken connection takes the server down", async () => {
  await serve(handler(), async (url) => {
    const port = Number(new URL(url).port);
    assert.match(
      await exchange(port, "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
      / 405 /,
    );
    const cut = connect(port);
    cut.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
    await once(cut, "connect");
    cut.destroy();
    assert.equal((await fetch(url, signQuestion(validityQuery))).status, 200);
  });
});

test("express: works on a route with no parser and with express.raw()", async () => {
  const app = express();
  app.post("/bare", handler());
  app.post("/raw", express.raw({ type: "*/*" }), handler());
  await serve(app, async (url) => {
    assert.equal((await fetch(`${url}/bare`, signQuestion(validityQuery))).status, 200);
    assert.equal((await fetch(`${url}/raw`, signQuestion(validityQuery))).status, 200);
  });
});

test("express: behind express.json() it works where the raw bytes were kept as rawBody", async () => {
  const app = express();
  app.use(
    express.json({
      verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
    }),
  );
  app.post("/webhook", handler());
  await serve(app, async (url) => {
    assert.equal((await fetch(`${url}/webhook`, signQuestion(validityQuery))).status, 200);
  });
});

/** A fresh webhook each time: a replay is a replay only to the one that answered. */
function handler() {
  return toNodeHandler(
    createWebhook({
      signingSecret: secret,
      orders: () => refuse.userNotFound(),
      packages: () => refuse.orderNotFound(),
      now: () => nowS * 1000,
    }),
  );
}

async function serve(
  listener: RequestListener,
  ask: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function exchange(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(request);
  return (await socket.setEncoding("utf8").toArray()).join("");
}
