import assert from "node:assert/strict";
import { connect } from "node:net";
import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
import {
  listQuery,
  orderQuery,
  packagesQuery,
  secret,
  signQuestionNow,
  validityQuery,
} from "./sign-question.ts";

type SignedRequest = ReturnType<typeof signQuestionNow>;
export type Ask = (request: SignedRequest) => Promise<Response>;

/** A server that does not answer in this time hangs. */
const hangsAfterMs = 10_000;

/** Asks what the shop of the examples knows: whatever carries the questions, its answers are the same. */
export async function checkShop(send: Ask): Promise<void> {
  const ask = async (request: SignedRequest) => {
    const answer = await send(request);
    return { status: answer.status, body: await answer.json() };
  };

  const validity = await ask(signQuestionNow({ ...validityQuery, testToken: "订单 👕" }));
  assert.deepEqual(validity, {
    status: 200,
    body: { success: true, object: "test", test_token: "订单 👕" },
  });
  for (const query of [{ ...listQuery, filter: "open" } as typeof listQuery, orderQuery]) {
    const { body } = await ask(signQuestionNow(query));
    assert.equal((body as { orders: object[] }).orders.length, 1);
  }
  const parcels = await ask(signQuestionNow(packagesQuery));
  assert.equal((parcels.body as { packages: object[] }).packages.length, 1);
  const unknown = await ask(
    signQuestionNow({ ...testQuestions.packagesByOrder, orderNumber: "X" }),
  );
  assert.deepEqual(unknown.body, {
    success: false,
    error: { code: 11001, message: "Order not found" },
  });

  const unsigned = await ask({ ...signQuestionNow(listQuery), headers: {} });
  assert.equal(unsigned.status, 401);
}

/** Asks a server over HTTP what a shop is asked, and what nobody ought to: it answers all of it. */
export async function checkServer(url: string): Promise<void> {
  const ask = (request: object) =>
    fetch(url, { ...request, signal: AbortSignal.timeout(hangsAfterMs) });
  await checkShop(ask);
  for (const [kind, request] of Object.entries(hostileRequests())) {
    const { status } = await ask(request);
    assert.ok(status >= 400 && status < 500, `${kind}: ${status}`);
  }
  for (const bytes of hostileBytes(new URL(url).pathname)) await sendBytes(url, bytes);
  await checkShop(ask);
}

/** Asks a webhook that was mounted below a parser: it says so at once. */
export async function checkParsedBody(url: string): Promise<void> {
  const signal = AbortSignal.timeout(hangsAfterMs);
  const answer = await fetch(url, { ...signQuestionNow(validityQuery), signal });
  assert.equal(answer.status, 500);
  assert.match(await answer.text(), /the body was parsed before .* keep the raw body/);
}

/** What HTTP allows and no webhook expects; none of it is Meetbot's fault or the shop's. */
function hostileRequests(): Record<string, object> {
  const { headers, body } = signQuestionNow(validityQuery);
  const signed = (bytes: string | Uint8Array) => signTestRequest(bytes, { signingSecret: secret });
  const post = (changes: object) => ({ method: "POST", headers, body, ...changes });
  return {
    "another method": { method: "PUT", headers, body },
    "no body": post({ body: "" }),
    "64 KiB and more": post({ body: "x".repeat(200 * 1024) }),
    "a long signature": post({ headers: { ...headers, "webhook-signature": "v1,".repeat(2_000) } }),
    "another id": post({ headers: { ...headers, "webhook-id": "__proto__" } }),
    "a far time": post({ headers: { ...headers, "webhook-timestamp": "9999999999" } }),
    "signed bytes that are not UTF-8": signed(Uint8Array.of(0x22, 0xff, 0x22)),
    "signed levels without end": signed("[".repeat(30_000)),
    "a signed key that is none": signed('{"__proto__":{"request":1}}'),
  };
}

/** What breaks off, contradicts itself, or is no HTTP. */
function hostileBytes(path: string): string[] {
  const head = `POST ${path} HTTP/1.1\r\nHost: a\r\n`;
  return [
    `${head}Content-Length: 10\r\n\r\n{`,
    `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `${head}Content-Length: -1\r\n\r\n`,
    `${head}X-Odd: \u0001\u00ff\r\nConnection: close\r\n\r\n`,
    `TRACE ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    `${"x".repeat(1_000)}\r\n\r\n`,
  ];
}

/** Whatever comes back, or nothing: what counts is that the server lives on. */
async function sendBytes(url: string, bytes: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {}); // a server may hang up as rudely as it was spoken to
  socket.setTimeout(hangsAfterMs, () => socket.destroy());
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.resume().end(bytes, "latin1");
  await closed;
}
