import assert from "node:assert/strict";
import { test } from "node:test";
import { nowS, secret, signQuestion, validityQuery } from "../test/sign-question.ts";
import { createWebhook, refuse, toLambdaHandler } from "./index.ts";

test("an event of API Gateway 2.0 or of a function URL is answered as Lambda has it", async () => {
  assert.deepEqual(await handler()(toEvent()), {
    statusCode: 200,
    headers: { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" },
    body: '{"success":true,"object":"test","test_token":"12345"}',
  });
});

test("an event of a REST API is answered too", async () => {
  const { requestContext: _, ...event } = toEvent();
  assert.equal((await handler()({ ...event, httpMethod: "POST" })).statusCode, 200);
});

test("a body in base64 is the bytes it stands for", async () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);
  const { headers } = signQuestion(bytes);
  const body = Buffer.from(bytes).toString("base64");
  const answer = await handler()({ ...toEvent(), headers, body, isBase64Encoded: true });
  assert.match(answer.body, /not UTF-8/); // signed and read: 401 would be another body's
});

test("a body that a middleware parsed is answered at once with what to do", async () => {
  const parsed = JSON.parse(String(signQuestion(validityQuery).body));
  const answer = await handler()({ ...toEvent(), body: parsed });
  assert.equal(answer.statusCode, 500);
  assert.match(answer.body, /the body was parsed before/);
});

test("another method is 405, and an event that is none of HTTP too", async () => {
  const requestContext = { http: { method: "TRACE" } };
  assert.equal((await handler()({ ...toEvent(), requestContext })).statusCode, 405);
  assert.equal((await handler()({})).statusCode, 405);
});

test("a stranger's headers and bodies get an answer, never an exception", async () => {
  const hostile = [
    { headers: { "x-odd": "订单", "webhook-id": "\u0000", ":path": "/" } },
    { headers: { "webhook-signature": "v1,\r\nx: y", "content-length": "-1" } },
    { body: null },
    { body: "%%%", isBase64Encoded: true },
    { headers: {} },
  ];
  for (const changes of hostile) {
    const { statusCode } = await handler()({ ...toEvent(), ...changes });
    assert.equal(statusCode, 401);
  }
});

function handler() {
  return toLambdaHandler(
    createWebhook({
      signingSecret: secret,
      orders: () => refuse.userNotFound(),
      packages: () => refuse.orderNotFound(),
      now: () => nowS * 1000,
    }),
  );
}

function toEvent() {
  const { method, headers, body } = signQuestion(validityQuery);
  const requestContext = { http: { method } };
  return { version: "2.0", requestContext, headers, body: String(body), isBase64Encoded: false };
}
