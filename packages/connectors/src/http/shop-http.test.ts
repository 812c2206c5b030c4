import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createShopHttp, type ShopRequest } from "./shop-http.ts";

const origin = "https://shop.example";
const json = (body: unknown, status = 200, headers = {}) =>
  Response.json(body, { status, headers });
const html = (status: number) =>
  new Response("<h1>Down</h1>", { status, headers: { "content-type": "text/html" } });

/** Returns the given answers in order, repeats the last one forever, and records the requests. */
function script(...answers: (Response | Error | (() => Promise<Response>))[]) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    asked.push({ url: String(url), init });
    const answer = answers[Math.min(asked.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer() : answer.clone();
  };
  const http = createShopHttp({ origin }, { fetch, now: () => 1_767_225_600_000 });
  const ask = (request: Partial<ShopRequest> = {}) => http({ path: "/api", ...request });
  return { asked, ask };
}

const fails = (problem: string, more: object = {}) => ({
  name: "ConnectorError",
  problem,
  ...more,
});

describe("createShopHttp", () => {
  it("reads JSON of its own origin, and asks no other", async () => {
    const { ask, asked } = script(json({ a: 1 }));
    assert.deepEqual((await ask({ path: `${origin}/api?b=c` })).json, { a: 1 });
    for (const path of ["https://evil.example/", "//evil.example/x", "http://shop.example/api"]) {
      await assert.rejects(ask({ path }), fails("broken_answer"));
    }
    assert.deepEqual(
      asked.map(({ url, init }) => [url, init?.redirect]),
      [[`${origin}/api?b=c`, "manual"]],
    );
  });

  it("asks again what failed for the moment, and takes what comes then", async () => {
    const soon = { "retry-after": "0.001" };
    const { ask, asked } = script(json({}, 503, soon), json({}, 429, soon), json({ a: 1 }));
    assert.deepEqual((await ask()).json, { a: 1 });
    assert.equal(asked.length, 3);
  });

  it("asks three times at most, and not where it would come too late", async () => {
    const stubborn = script(json({}, 502, { "retry-after": "0" }));
    await assert.rejects(stubborn.ask(), fails("unavailable"));
    assert.equal(stubborn.asked.length, 3);
    const late = script(json({}, 429, { "retry-after": "30" }));
    await assert.rejects(late.ask(), fails("throttled", { retryAfterS: 30 }));
    assert.equal(late.asked.length, 1);
    const date = script(json({}, 429, { "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }));
    await assert.rejects(date.ask(), fails("throttled", { retryAfterS: 60 }));
  });

  it("says what a status means, and what a page in place of data does", async () => {
    const statuses: [status: number, problem: string][] = [
      [400, "broken_answer"],
      [401, "unauthorized"],
      [403, "missing_scope"],
      [404, "not_this_platform"],
      [500, "unavailable"],
    ];
    for (const [status, problem] of statuses) {
      await assert.rejects(script(html(status)).ask(), fails(problem));
      await assert.rejects(script(json({}, status)).ask(), fails(problem));
      assert.equal((await script(json({}, status)).ask({ expected: [status] })).status, status);
    }
    await assert.rejects(script(html(200)).ask(), fails("not_this_platform"));
    const torn = new Response("{", { headers: { "content-type": "application/json" } });
    await assert.rejects(script(torn).ask(), fails("broken_answer"));
    assert.equal((await script(new Response(null, { status: 204 })).ask()).json, null);
  });

  it("follows no redirect, and names the place without what was asked", async () => {
    const location = "https://www.shop.example/api?key=secret";
    const moved = new Response(null, { status: 301, headers: { location } });
    await assert.rejects(script(moved).ask(), (error: Error) => {
      assert.match(error.message, /moves on to https:\/\/www\.shop\.example\./);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });

  it("reads an answer of 2 MiB, and none that is longer", async () => {
    const maxBytes = 2 * 1024 * 1024;
    const text = "x".repeat(maxBytes - 2);
    assert.equal((await script(async () => json(text)).ask()).json, text);
    const longer = script(async () => json(`${text}x`)).ask();
    await assert.rejects(longer, fails("broken_answer", { detail: "The answer is too long." }));
  });

  it("reads no answer without end", async () => {
    const chunk = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    const headers = { "content-type": "application/json" };
    const { ask } = script(async () => new Response(endless, { headers }));
    await assert.rejects(ask(), fails("broken_answer", { detail: "The answer is too long." }));
  });

  it("tells of a connection that fails nothing but its code", async () => {
    const cause = Object.assign(new Error("connect https://user:secret@x"), {
      code: "ECONNREFUSED",
    });
    const refused = script(new TypeError("fetch failed: secret", { cause }));
    await assert.rejects(refused.ask(), (error: Error) => {
      assert.match(error.message, /^unreachable: .*\(ECONNREFUSED\)/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });

  it("waits no longer than its time for an answer that does not come", async (t) => {
    const time = new AbortController();
    t.mock.method(AbortSignal, "timeout", () => time.signal);
    const { ask } = script(
      () =>
        new Promise((_, reject) =>
          time.signal.addEventListener("abort", () => reject(time.signal.reason)),
        ),
    );
    const asking = ask();
    time.abort(new Error("over"));
    await assert.rejects(asking, fails("unavailable"));
  });
});
