import assert from "node:assert/strict";
import { test } from "node:test";
import { signTestRequest } from "@meetbot/sdk/testing";
import { listQuery, nowS, secret } from "../../test/sign-question.ts";
import { createWebhook, newSecret, refuse, WebhookUrlError } from "../index.ts";

const url = "https://shop.example/meetbot";
const elsewhere = "https://relay.example/meetbot";

test("a webhook that knows its URL answers what was sent there, whatever proxies stand before it", async () => {
  const asked = [url, "https://SHOP.example:443/another/path", "https://shop.example"];
  for (const sentTo of asked) assert.equal((await ask(url, { url: sentTo })).status, 200, sentTo);
  const both = ["https://old.example/x", url];
  assert.equal((await ask(both, { url })).status, 200);
  const host = { host: "internal:8080" };
  assert.equal((await ask(url, { url }, host)).status, 200);
});

test("what was sent to another host is refused, and the explanation says that somebody relays", async () => {
  const others = [elsewhere, "https://shop.example:8443", "https://www.shop.example", "http://x"];
  for (const sentTo of others) {
    const { status, advice } = await ask(url, { url: sentTo }, { host: "shop.example" });
    assert.equal(status, 401, sentTo);
    assert.match(advice, /another host than the option url names: somebody relays/, sentTo);
  }
  const none = await ask(url, {});
  assert.equal(none.status, 401);
  assert.match(none.advice, /no Meetbot-Endpoint-Signature/);
});

test("a host that url forgot is told from a relay, by the Host header that it came with", async () => {
  const { status, advice } = await ask(url, { url: elsewhere }, { host: "relay.example" });
  assert.equal(status, 401);
  assert.match(advice, /add its URL to url/);
});

test("without url no host is looked at, and nothing more is asked of a sender", async () => {
  for (const sentTo of [{}, { url }, { url: elsewhere }]) {
    assert.equal((await ask(undefined, sentTo)).status, 200);
  }
});

test("the host's signature is of one query: it does not fit another id, time or secret", async () => {
  const right = signTestRequest(listQuery, { signingSecret: secret, id: "test_1", nowS, url });
  const others = [
    { signingSecret: secret, id: "test_2", nowS },
    { signingSecret: secret, id: "test_1", nowS: nowS + 1 },
  ];
  for (const options of others) {
    const other = signTestRequest(listQuery, { ...options, url: elsewhere });
    const name = "meetbot-endpoint-signature";
    const headers = { ...other.headers, [name]: right.headers[name] ?? "" };
    assert.equal((await send(url, { ...other, headers })).status, 401);
  }
  const strange = signTestRequest(listQuery, { signingSecret: newSecret(), nowS, url });
  assert.equal((await send(url, strange)).status, 401);
  const pasted = { ...right.headers, "meetbot-endpoint-signature": "v1,junk" };
  assert.equal((await send(url, { ...right, headers: pasted })).status, 401);
});

test("X-Hub-Signature alone names no host: a webhook that knows its URL does not take it", async () => {
  const { body, headers } = signTestRequest(listQuery, { signingSecret: secret, nowS });
  const legacy = { "x-hub-signature": headers["x-hub-signature"] ?? "" };
  const request = { method: "POST" as const, body, headers: legacy };
  assert.equal((await send(undefined, request, { allowLegacy: true })).status, 200);
  assert.equal((await send(url, request, { allowLegacy: true })).status, 401);
});

test("what is no URL of a webhook is refused at start", () => {
  for (const wrong of ["", "shop.example", "ftp://shop.example", [], [url, ""]]) {
    assert.throws(() => create(wrong, () => {}), WebhookUrlError, JSON.stringify(wrong));
  }
});

function create(own: string | string[] | undefined, diagnose: (advice: string) => void, more = {}) {
  return createWebhook({
    signingSecret: secret,
    url: own,
    now: () => nowS * 1000,
    orders: () => ({ orders: [] }),
    packages: () => refuse.orderNotFound(),
    diagnose,
    ...more,
  });
}

async function send(own: string | string[] | undefined, request: RequestInit, more = {}) {
  let advice = "";
  const webhook = create(own, (told) => (advice = told), more);
  const { status } = await webhook(new Request("http://localhost/", request));
  return { status, advice };
}

/** Asks a webhook of this URL as Meetbot does that sends to another one. */
function ask(own: string | string[] | undefined, sentTo: { url?: string }, more = {}) {
  const request = signTestRequest(listQuery, { signingSecret: secret, nowS, ...sentTo });
  return send(own, { ...request, headers: { ...request.headers, ...more } });
}
