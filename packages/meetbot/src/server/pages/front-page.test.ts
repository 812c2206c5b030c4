import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { refused } from "../../../test/fixtures/probes.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

/** As browsers ask when somebody opens an address. */
const person = (language: string) => ({
  headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": language },
});

test("a person who opens the server's address reads in their language what it is", async (t) => {
  const { url } = await startTestServer(t);
  for (const [language, lang, title] of [
    ["en-US,en;q=0.9", "en", "Meetbot is running"],
    ["zh-TW,zh;q=0.9,en;q=0.8", "zh-CN", "Meetbot 正在运行"],
    ["fr", "en", "Meetbot is running"],
  ] as const) {
    const response = await fetch(url, person(language));
    const page = await response.text();
    assert.equal(response.status, 200);
    assert.ok(page.includes(`<html lang="${lang}">`), language);
    assert.ok(page.includes(`<h1>${title}</h1>`), language);
    assert.match(page, /\/chat\/\{bot_id\}/);
    assert.deepEqual(page.match(/(?<=href=")\/[^"]*/g), ["/console", "/docs"]);
    assert.ok(!page.includes(bot.id) && !page.includes(bot.name), "tells of no bot");
    assert.equal(response.headers.get("vary"), "Accept, Accept-Language");
  }
});

test("in the demo, the page leads to the shop and to the mailbox", async (t) => {
  const { url } = await startTestServer(t, { demoPages: new Hono() });
  const page = await (await fetch(url, person("en"))).text();
  assert.deepEqual(page.match(/(?<=href=")\/[^"]*/g), [
    "/demo",
    "/demo/mailbox",
    "/console",
    "/docs",
  ]);
  assert.doesNotMatch(page, /\/chat\//);
});

test("where nothing is, a person reads so and finds the way back; a missing bot reads the same", async (t) => {
  const { url } = await startTestServer(t);
  for (const path of ["/nothing", "/chat", "/widget/none.js", "/chat/bot_nobody"]) {
    const response = await fetch(url + path, person("zh"));
    const page = await response.text();
    assert.equal(response.status, 404, path);
    assert.match(page, /<h1>这里什么也没有<\/h1>.*<a href="\/">/s, path);
  }
});

test("programs are told in JSON", async (t) => {
  const { url } = await startTestServer(t);
  for (const headers of [{}, { accept: "application/json" }, { accept: "*/*" }]) {
    for (const path of ["/", "/nothing"]) {
      await refused(await fetch(url + path, { headers }), 404, "not_found");
    }
  }
});

test("the pages may load, run, send nothing and be framed nowhere", async (t) => {
  const { url } = await startTestServer(t);
  for (const path of ["/", "/nothing"]) {
    const { headers } = await fetch(url + path, person("en"));
    const policy = (headers.get("content-security-policy") ?? "").replace(/sha256-[^']+/, "hash");
    assert.equal(
      policy,
      "default-src 'none'; style-src 'hash'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none', frame-ancestors 'none'",
    );
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
  }
});
