import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, describe, it } from "node:test";
import { type DemoStoreOptions, startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/sdk";
import { createBrowser, createSignedIn } from "./browser.ts";

const options: DemoStoreOptions = {
  port: 0,
  signingSecret: newSecret(),
  databaseFile: ":memory:",
  today: "2026-11-24",
};
const identity = { botId: "bot_1", secret: newSecret() };
const store = await startDemoStore({ ...options, identity });
after(() => store.close());

const yilia = "yilia@meetbot.biz";
const block = /<script type="application\/json" id="meetbot-identity">(.*?)<\/script>/s;

/** The identity that a page carries for a chat. */
function readIdentity(text: string): string {
  const [, json = "null"] = block.exec(text) ?? [];
  return JSON.parse(json).identity;
}

/** The claims of a JWT whose signature is right; made here anew, to know of no code of ours. */
function verify(token: string, secret: string): Record<string, unknown> {
  const [header = "", claims = "", signature] = token.split(".");
  const expected = createHmac("sha256", secret).update(`${header}.${claims}`).digest("base64url");
  assert.equal(signature, expected);
  assert.equal(JSON.parse(Buffer.from(header, "base64url").toString()).alg, "HS256");
  return JSON.parse(Buffer.from(claims, "base64url").toString());
}

describe("the account page", () => {
  it("greets the shopper and lists all their orders, and nobody else's", async () => {
    const { status, text } = await (await createSignedIn(store.url, yilia)).open("/account");
    assert.equal(status, 200);
    assert.match(text, /<h1>Hello, Yilia Chen<\/h1>/);
    assert.equal(text.match(/href="\/orders\/\w+"/g)?.length, 15);
    for (const part of ["Oct 22, 2026", "refunded", "$62.19", "¥1,378.00", "￥10,890"]) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /<a href="\/orders\/1042">1042<\/a>/);
    assert.ok(!text.includes("1057"));
  });

  it("says so to a shopper who has ordered nothing", async () => {
    const browser = await createSignedIn(store.url, "noah.smith@example.net");
    assert.match((await browser.open("/account")).text, /not ordered anything/);
  });

  it("sends a guest to the front page", async () => {
    const { status, location } = await createBrowser(store.url).open("/account");
    assert.deepEqual([status, location], [303, "/"]);
  });

  it("vouches for the shopper of the session, as of now and for minutes, and is not kept", async () => {
    for (const email of [yilia, "wang.fang@example.com"]) {
      const browser = await createSignedIn(store.url, email);
      const before = Math.floor(Date.now() / 1000);
      const { text, headers } = await browser.open(`/account?email=ken.sato@example.org`);
      const claims = verify(readIdentity(text), identity.secret);
      assert.deepEqual([claims.sub, claims.aud], [email, "bot_1"]);
      assert.ok(Number(claims.iat) >= before);
      assert.ok(Number(claims.exp) - Number(claims.iat) <= 600);
      assert.equal(headers.get("cache-control"), "no-store");
    }
  });

  it("shows the same identity in a command for the terminal", async () => {
    const { text } = await (await createSignedIn(store.url, yilia)).open("/account");
    const [, command = ""] = /<pre><code>(.*?)<\/code>/s.exec(text) ?? [];
    assert.equal(
      command.replaceAll(/<.+?>/g, ""),
      `npx meetbot chat --bot bot_1 --identity ${readIdentity(text)}`,
    );
    assert.match(text, /valid for a few minutes/);
  });

  it("says that the bot is not connected where the shop has no identity secret", async () => {
    const bare = await startDemoStore(options);
    const { status, text } = await (await createSignedIn(bare.url, yilia)).open("/account");
    await bare.close();
    assert.equal(status, 200);
    assert.match(text, /The bot is not connected/);
    assert.doesNotMatch(text, /meetbot-identity|meetbot chat/);
  });
});
