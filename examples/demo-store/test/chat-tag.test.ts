import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, describe, it } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { type Browser, createBrowser, createSignedIn } from "./browser.ts";
import { openShop } from "./open-shop.ts";

const identity = { botId: "bot_1", secret: newSecret() };
const chat = { url: "http://127.0.0.1:4400", botId: "bot_1" };
const shop = await openShop({ identity, chat });
after(() => shop.close());

const yilia = "yilia@meetbot.biz";
const paths = ["/", "/account", "/orders/1042", "/products/teapot", "/nowhere"];

/** The attributes of the one tag of the chat that a page has; `null`: it has none. */
function readTag(text: string): Record<string, string> | null {
  const [tag, ...others] = [...text.matchAll(/<script (async .*?)><\/script>/g)];
  assert.deepEqual(others, []);
  const attributes = tag?.[1]?.matchAll(/([\w-]+)="(.*?)"/g);
  return attributes
    ? Object.fromEntries([...attributes].map(([, name, value]) => [name, value]))
    : null;
}

const tagOn = async (browser: Browser, path: string) => readTag((await browser.open(path)).text);

describe("the chat's tag", () => {
  it("stands on every page of a shopper, with an identity that is theirs and made just now", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    for (const path of paths) {
      const before = Math.floor(Date.now() / 1000);
      const { text, headers } = await browser.open(path);
      const { "data-identity": token = "", ...others } = readTag(text) ?? {};
      assert.deepEqual(others, { src: `${chat.url}/widget/loader.js`, "data-bot": "bot_1" }, path);

      const [header, claims = "", signature] = token.split(".");
      const expected = createHmac("sha256", identity.secret).update(`${header}.${claims}`);
      assert.equal(signature, expected.digest("base64url"), path);
      const { sub, aud, iat } = JSON.parse(Buffer.from(claims, "base64url").toString());
      assert.deepEqual([sub, aud], [yilia, "bot_1"]);
      assert.ok(iat >= before);
      assert.equal(headers.get("cache-control"), "no-store");
    }
  });

  it("stands on every page of a guest, without an identity", async () => {
    const browser = createBrowser(shop.url);
    const email = "lena@posteo.net";
    const order = (await browser.submit("/orders", { sku: "teapot", email, name: "Lena" }))
      .location;
    for (const path of ["/", "/account", order, "/products/teapot", "/nowhere"]) {
      const expected = { src: `${chat.url}/widget/loader.js`, "data-bot": "bot_1" };
      assert.deepEqual(await tagOn(browser, path), expected, path);
    }
  });

  it("has no identity where the shop can vouch for nobody", async (t) => {
    const other = await openShop({ chat });
    t.after(other.close);
    const tag = await tagOn(await createSignedIn(other.url, yilia), "/");
    assert.equal(tag?.["data-bot"], "bot_1");
    assert.ok(!("data-identity" in (tag ?? {})));
  });

  it("stays one tag whatever the bot's id is", async (t) => {
    const other = await openShop({ chat: { ...chat, botId: '"><i>' } });
    t.after(other.close);
    const tag = await tagOn(createBrowser(other.url), "/");
    assert.equal(tag?.["data-bot"], "&#34;&#62;&#60;i&#62;");
  });

  it("takes the language that the browser asks for first", async () => {
    for (const [wished, locale] of [
      ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
      ["en-US,en;q=0.9,zh;q=0.8", "en"],
      ["fr-FR, zh-TW;q=0.9, en;q=0.8", "zh"],
      ["fr", undefined],
      ["fr-zh", undefined],
      ["*", undefined],
    ] as const) {
      const response = await fetch(shop.url, { headers: { "accept-language": wished } });
      assert.equal(readTag(await response.text())?.["data-locale"], locale, wished);
    }
  });

  it("goes with a link to the demo's mailbox", async () => {
    const { text } = await createBrowser(shop.url).open("/");
    assert.match(text, /href="http:\/\/127\.0\.0\.1:4400\/demo\/mailbox"/);
  });
});

describe("the policy of the pages", () => {
  const policyOf = async (url: string, path: string) => {
    const { headers } = await (await createSignedIn(url, yilia)).open(path);
    const directives = (headers.get("content-security-policy") ?? "").split("; ");
    return Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/s)));
  };

  it("lets in the chat's server and the shop's own script, and nothing else", async () => {
    for (const path of paths) {
      assert.deepEqual(await policyOf(shop.url, path), {
        "default-src": "'none'",
        "script-src": `'self' ${chat.url}`,
        "connect-src": chat.url,
        "style-src": "'self'",
        "img-src": `'self' ${shop.url} data:`,
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
      });
    }
  });

  it("lets no script in, and no page has one, where the shop has no chat", async (t) => {
    const bare = await openShop({ identity });
    t.after(bare.close);
    const browser = await createSignedIn(bare.url, yilia);
    for (const path of paths) {
      const policy = await policyOf(bare.url, path);
      assert.deepEqual([policy["script-src"], policy["connect-src"]], [undefined, undefined]);
      const { text } = await browser.open(path);
      assert.equal(readTag(text), null);
      assert.doesNotMatch(text, /loader\.js|\/demo\/mailbox|chat\.js|type="button"/);
    }
  });
});
