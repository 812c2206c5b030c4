import assert from "node:assert/strict";
import { test } from "node:test";
import { say } from "@meetbot/presentation";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { limitedWords } from "../../../../test/fixtures/stranger.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startTestServer } from "../../server.fixture.ts";
import { openFormBrowser } from "./form-browser.fixture.ts";
import {
  email,
  longNumber,
  lookUps,
  shortNumber,
  startTrackedShops,
  trackingNumber,
} from "./track-shop.fixture.ts";

test("/track looks orders up by a form, without a script", async (t) => {
  const { server, mail, open } = await startTrackedShops(t);
  const page = await open("bot_track");
  /** A browser that has the page open. */
  const browse = async (at = page, headers = {}) => {
    const browser = openFormBrowser(at, headers);
    await browser.open();
    return browser;
  };
  const count = async () => (await server.run("select from conversations")).length;

  await t.test("a page that runs nothing, keeps nothing and stands in no frame", async () => {
    const browser = openFormBrowser(page);
    const first = await browser.open();
    assert.equal(first.status, 200);
    const policy = first.headers.get("content-security-policy") ?? "";
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(part), policy);
    }
    assert.doesNotMatch(policy, /unsafe|https?:/);
    assert.equal(first.headers.get("cache-control"), "no-store");
    assert.equal(first.headers.get("referrer-policy"), "no-referrer");
    const [cookie = ""] = first.headers.getSetCookie();
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.doesNotMatch(cookie, /Path=|Max-Age|Expires/);
    assert.doesNotMatch(browser.text(), /<script|https?:\/\//);
    assert.equal((await fetch(`${page}x`)).status, 404);
    const [, chat = ""] = /<a href="([^"]+)">Chat with/.exec(browser.text()) ?? [];
    assert.equal((await fetch(new URL(chat, page))).status, 200, chat);
  });

  await t.test(
    "an order is found by its number, told in a sentence, with its carrier's page",
    async () => {
      const browser = await browse();
      await browser.look(longNumber);
      assert.match(browser.read(), /out for delivery with UPS/);
      assert.match(
        browser.text(),
        /href="https:\/\/www\.ups\.com\/track\?tracknum=1Z999AA10123456784"/,
      );
      assert.ok(!browser.read().includes("Hi, this is"), "the welcome is not told");
      await browser.press(say("en", "choiceOrderOfPackage"));
      // What the shop calls its goods is words, whatever it looks like.
      assert.match(browser.read(), /1 × Linen Shirt <img src=x onerror=alert\(1\)>/);
      assert.doesNotMatch(browser.text(), /<img/);
      assert.equal(browser.response()?.url, page, "no address ever has a number");
    },
  );

  await t.test("a short number waits for its email; together they suffice", async () => {
    const browser = await browse();
    await browser.look(shortNumber);
    assert.doesNotMatch(browser.read(), /Linen/);
    assert.match(browser.text(), /<input id="text" name="text"[^>]*type="email"/);
    await browser.answer(email);
    assert.match(browser.read(), /Linen Shirt/);
    const both = await browse();
    await both.look(shortNumber, email);
    assert.match(both.read(), /Linen Shirt/);
  });

  await t.test("by a carrier's number its parcel is found, and nothing of the order", async () => {
    const stranger = await browse();
    await stranger.look(trackingNumber);
    assert.match(stranger.read(), /UPS/);
    assert.doesNotMatch(stranger.read(), /PA7K|Linen/);
  });

  await t.test(
    "it speaks as the browser wishes, or as its address says, which each form keeps",
    async () => {
      const wished = await browse(page, { "accept-language": "zh-CN,zh;q=0.9" });
      assert.match(wished.text(), /<html lang="zh-CN">/);
      await wished.look(longNumber);
      assert.match(wished.read(), /正在派送/);
      assert.doesNotMatch(wished.read(), /delivery/);
      const chosen = openFormBrowser(page);
      await chosen.open(`${page}?lang=de`);
      assert.match(chosen.text(), /action="bot_track\?lang=de"/);
      const odd = openFormBrowser(page);
      await odd.open(`${page}?lang=${encodeURIComponent('"><script>')}`);
      assert.match(odd.text(), /<html lang="en/);
      assert.doesNotMatch(odd.text(), /<script>/);
    },
  );

  await t.test(
    "where a code is asked for it is typed on the page, and “done” clears it",
    async () => {
      const browser = await browse(await open("bot_code", { policy: "code" }));
      await browser.look(longNumber, email);
      assert.doesNotMatch(browser.read(), /Linen|out for delivery/i);
      await eventually(10_000, async () => assert.equal(mail.mailsTo(email).length, 1));
      assert.match(browser.text(), /autocomplete="one-time-code"/);
      await browser.answer(mail.codeFor(email));
      assert.match(browser.read(), /Linen Shirt/);
      await browser.send({ end: "1" });
      for (const again of [false, true]) {
        if (again) await browser.open();
        assert.doesNotMatch(browser.read(), /Linen|UPS/);
      }
    },
  );

  await t.test("a form that was not shown to this browser does nothing", async () => {
    const before = await count();
    const [browser, another] = [await browse(), await browse()];
    const fields = { number: longNumber, account: "" };
    const cookie = `meetbot_track_bot_track=${"x".repeat(4_000)}`;
    for (const response of [
      await browser.post({ ...fields, key: "" }),
      await browser.post({ ...fields, key: another.field("key") }),
      await browser.post(fields, { headers: { "sec-fetch-site": "cross-site" } }),
      await browser.post(fields, { headers: { "sec-fetch-site": "same-site" } }),
      await browser.post(fields, { headers: { cookie: "" } }),
      await browser.post(fields, { headers: { cookie } }),
    ]) {
      assert.equal(response.status, 403);
      assert.match(await response.text(), /name="number"/, "and is shown one that does");
    }
    assert.equal(await count(), before);
  });

  await t.test(
    "one form sent twice is one question; one of before is known no longer",
    async () => {
      const browser = await browse();
      const old = browser.field("key");
      await browser.look(longNumber);
      const events = async () =>
        (await server.run("select from messages where direction = 'in'")).length;
      const before = await events();
      const sent = { text: "hello", id: browser.field("id") };
      await browser.post(sent);
      await browser.post(sent);
      assert.equal(await events(), before + 1);
      assert.equal((await browser.post({ number: longNumber, key: old })).status, 403);
    },
  );

  await t.test("what is no form of ours is told so, and what is huge is not read", async () => {
    const browser = await browse();
    for (const fields of [
      {},
      { number: "   " },
      { text: "x".repeat(4_001) },
      { payload: "p".repeat(201) },
      { payload: "made-up" },
      { number: longNumber, id: "no uuid" },
    ]) {
      const response = await browser.post(fields);
      assert.equal(response.status, 400, JSON.stringify(fields).slice(0, 60));
      assert.match(response.headers.get("content-type") ?? "", /text\/html/);
    }
    const huge = await browser.post({ number: "9".repeat(9_000) });
    assert.equal(huge.status, 413);
    assert.match(huge.headers.get("content-type") ?? "", /text\/html/);
  });

  await t.test("numbers are guessed no further than in the chat, and in its words", async () => {
    const browser = await browse();
    for (let n = 0; n < 11; n++) await browser.look(`PA7K2Q9XW${1000 + n}`);
    const words = limitedWords.source.slice(1).split("(?:")[0] ?? "";
    assert.ok(browser.read().includes(words), browser.read());
  });

  await t.test(
    "a shop that takes its time is looked for again; one that is away is said to be",
    async () => {
      let answer = () => {};
      const late = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const slow = await open(
        "bot_slow",
        {},
        {
          ...lookUps,
          async orders(question) {
            await late;
            return lookUps.orders(question);
          },
        },
      );
      const browser = await browse(slow);
      await browser.send({ number: longNumber });
      assert.ok(browser.response()?.headers.get("refresh"));
      assert.ok(browser.read().includes(say("en", "trackWaiting")), browser.read());
      assert.match(browser.text(), /<a class="go" href="bot_slow">/);
      answer();
      await browser.settle();
      assert.match(browser.read(), /UPS/);

      const other = await browse(await open("bot_away", { endpoint: "http://127.0.0.1:9/" }));
      await other.look(longNumber);
      assert.doesNotMatch(other.read(), /neither an order/);
      assert.match(other.read(), /not answering|does not answer|cannot reach/i);
    },
  );

  await t.test(
    "whoever wants to hear more is told on the page, where the shop pushes",
    async () => {
      const at = await open("bot_news");
      await server.store.usage.note("bot_news", { kind: "push", name: "test" });
      const browser = await browse(at);
      await browser.look(longNumber);
      await browser.press(say("en", "choiceKeepPosted"));
      const subscribed = await server.run("select from subscriptions where bot_id = 'bot_news'");
      assert.equal(subscribed.length, 1);
    },
  );

  await t.test("forms that are only looked at leave nothing behind", async () => {
    const before = await count();
    const opened = await Promise.all(Array.from({ length: 200 }, () => fetch(page)));
    for (const { status } of opened) assert.ok(status === 200 || status === 503, String(status));
    assert.equal(await count(), before);
  });

  await t.test(
    "a conversation that is over begins anew, and a token of nobody's opens none",
    async () => {
      const browser = await browse();
      await browser.look(longNumber);
      const [[, token = ""] = []] = [...browser.cookies];
      const cookie = `meetbot_track_bot_track=${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
      const thief = await browse(page, { cookie });
      assert.doesNotMatch(thief.read(), /UPS/);
      await server.run("update conversations set active_at = now() - interval '25 hours'");
      await browser.open();
      assert.doesNotMatch(browser.read(), /UPS/);
      await browser.look(longNumber);
      assert.match(browser.read(), /UPS/);
    },
  );

  const log = server.logged.join("\n");
  for (const secret of [longNumber, email, trackingNumber]) {
    assert.ok(!log.includes(secret), `${secret} stands in the log`);
  }
});

test("over https no page of a neighboring name can plant the cookie", async (t) => {
  const server = await startTestServer(t, { publicUrl: "https://chat.example.com" });
  const page = `${server.url}/track/${bot.id}`;
  const first = await fetch(page);
  const [cookie = ""] = first.headers.getSetCookie();
  assert.match(cookie, /^__Host-meetbot_track_bot_/);
  for (const part of [/Path=\/(?:;|$)/, /Secure/, /HttpOnly/, /SameSite=Lax/]) {
    assert.match(cookie, part);
  }
  assert.doesNotMatch(cookie, /Domain/);
  // What was planted under the name of plain http is none: the page gives another one.
  const planted = `meetbot_track_${bot.id}=${"A".repeat(43)}`;
  const second = await fetch(page, { headers: { cookie: planted } });
  assert.equal(second.headers.getSetCookie().length, 1);
  const own = await fetch(page, { headers: { cookie: cookie.split(";")[0] ?? "" } });
  assert.equal(own.headers.getSetCookie().length, 0);
});
