import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { startLine } from "./line-page.ts";
import { shareBrowser } from "./shared-browser.ts";

const browser = shareBrowser();

/** A browser without a past. */
async function visitor(t: TestContext): Promise<BrowserContext> {
  const context = await (await browser()).newContext();
  t.after(() => context.close());
  return context;
}

test("a conversation is opened once, answers, and is there again after a reload", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  const { phase, entries } = await talk.state();
  assert.equal(phase, "open");

  await talk.page.reload();
  await talk.reads("bot", "hello (sent)", "bot");
  const again = await talk.state();
  assert.deepEqual(
    again.entries.map(({ key }) => key),
    entries.map(({ key }) => key),
  );
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("what the bot said is unread until it was seen, also after a reload", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  assert.equal((await talk.state()).unread, 1);
  await talk.page.evaluate(() => window.chat.seen());
  assert.equal((await talk.state()).unread, 0);
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  await talk.page.reload();
  await talk.reads("bot", "hello (sent)", "bot");
  assert.equal((await talk.state()).unread, 1);
});

test("a choice is told by its title and answered", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  const title = await talk.page.evaluate(() => {
    const [welcome] = window.chat.state().entries;
    const choice = welcome?.from === "bot" ? welcome.reply.choices?.[0] : undefined;
    if (choice) window.chat.tap(choice);
    return choice?.title;
  });
  await talk.reads("bot", `${title} (sent)`, "bot");
});

test("what is written offline goes out once, in order, when the network is back", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const talk = await line.open(context);
  await talk.reads("bot");
  await context.setOffline(true);
  await talk.is("offline");
  await talk.write("hello");
  await talk.write("thanks");
  await talk.reads("bot", "hello (sending)", "thanks (sending)");
  await context.setOffline(false);
  await talk.is("open");
  await talk.saidByCustomer("hello (sent)", "thanks (sent)");
  assert.deepEqual(await line.count(), { conversations: 1, events: 3 });
});

test("what is written before there is a conversation goes out after it is opened, and so after a reload", async (t) => {
  const line = await startLine(t);
  await line.stop();
  const talk = await line.open(await visitor(t));
  await talk.is("offline");
  await talk.write("hello");
  await talk.page.reload();
  await talk.is("offline");
  await talk.reads("hello (sending)");
  await line.restart();
  // Sent as soon as there is a conversation, it may stand before the welcome.
  await talk.saidByCustomer("hello (sent)");
  await talk.unread(2);
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("a server that comes back finds the customer, and what was written meanwhile", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.stop();
  await talk.write("hello");
  await talk.is("offline");
  await line.restart();
  await talk.reads("bot", "hello (sent)", "bot");
  await talk.is("open");
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("a message whose acknowledgment is lost stands there once", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  let lost = 0;
  await context.route("**/messages", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    await route.fetch();
    lost++;
    await route.abort();
  });
  const talk = await line.open(context);
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  await talk.write("thanks");
  await talk.reads("bot", "hello (sent)", "bot", "thanks (sent)", "bot");
  assert.equal(lost, 1);
  assert.deepEqual(await line.count(), { conversations: 1, events: 3 });
});

test("a message that the server cannot take yet is tried again, and what follows waits for it", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const ids: string[] = [];
  await context.route("**/messages", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    ids.push(route.request().postDataJSON().id);
    return ids.length < 3 ? route.fulfill({ status: 503 }) : route.continue();
  });
  const talk = await line.open(context);
  await talk.reads("bot");
  await talk.write("hello");
  await talk.write("thanks");
  await talk.saidByCustomer("hello (sent)", "thanks (sent)");
  assert.equal(new Set(ids.slice(0, 3)).size, 1);
  assert.equal(ids.length, 4);
});

test("two tabs show one conversation: each message once in both, wherever it was written", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const first = await line.open(context);
  await first.reads("bot");
  const second = await line.open(context);
  await second.reads("bot");
  await first.write("hello");
  await second.reads("bot", "hello (sent)", "bot");
  await second.write("thanks");
  const all = ["bot", "hello (sent)", "bot", "thanks (sent)", "bot"];
  await first.reads(...all);
  await second.reads(...all);
  await second.page.evaluate(() => window.chat.seen());
  await first.reads(...all);
  assert.deepEqual(await line.count(), { conversations: 1, events: 3 });
});

test("what one tab has seen is seen in the other, and a new conversation there is followed", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const first = await line.open(context);
  await first.reads("bot");
  const second = await line.open(context);
  await second.reads("bot");
  await second.page.evaluate(() => window.chat.seen());
  await first.page.waitForFunction(() => window.chat.state().unread === 0);
  await first.write("hello");
  await second.reads("bot", "hello (sent)", "bot");

  await second.page.evaluate(() => window.chat.restart());
  await second.reads("bot");
  await first.reads("bot");
  await first.write("thanks");
  await second.reads("bot", "thanks (sent)", "bot");
  assert.deepEqual(await line.count(), { conversations: 2, events: 4 });
});

test("a tab that is closed leaves what it could not send to the next one", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const first = await line.open(context);
  await first.reads("bot");
  await line.stop();
  await first.write("hello");
  await first.page.close();
  const second = await line.open(context);
  await second.reads("hello (sending)");
  await line.restart();
  await second.reads("bot", "hello (sent)", "bot");
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("an ended conversation stays on the screen, and a new one can be begun", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  await line.expire();
  // A server remembers a token for a minute.
  await line.stop();
  await line.restart();
  await talk.is("ended");
  await talk.write("hello again");
  await talk.reads("bot", "hello (sent)", "bot", "hello again (failed)");
  await talk.page.evaluate(() => window.chat.restart());
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  assert.deepEqual(await line.count(), { conversations: 2, events: 4 });
});

test("who writes first when the empty conversation is gone, notices nothing", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.leaveFor("61 minutes");
  assert.deepEqual(await line.count(), { conversations: 0, events: 0 });
  await talk.write("hello");
  // On a slow machine the welcome of the new conversation may come behind what was written.
  await talk.saidByCustomer("hello (sent)");
  await talk.is("open");
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("nor who only comes back to it, or to another page", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.leaveFor("61 minutes");
  // The stream is cut, and the server does not know the token when it comes back.
  await line.stop();
  await line.restart();
  await talk.reads("bot");
  await talk.is("open");
  await line.leaveFor("61 minutes");
  await talk.page.reload();
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  assert.deepEqual(await line.count(), { conversations: 1, events: 2 });
});

test("where nothing is on the screen yet, a new conversation takes an ended one's place", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.expire();
  await talk.page.reload();
  await talk.reads("bot");
  await talk.is("open");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  assert.deepEqual(await line.count(), { conversations: 2, events: 3 });
});

test("what an ended conversation left unsent goes out in the one that takes its place", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.stop();
  await talk.write("hello");
  await talk.is("offline");
  await line.expire();
  await talk.page.reload();
  await talk.reads("hello (sending)");
  await line.restart();
  // Sent as soon as there is a conversation, it may stand before the welcome.
  await talk.saidByCustomer("hello (sent)");
  await talk.unread(2);
  assert.deepEqual(await line.count(), { conversations: 2, events: 3 });
});

test("a conversation that is left leaves nothing in the browser", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await line.stop();
  await talk.write("my secret");
  await talk.page.evaluate(() => window.chat.restart());
  await line.restart();
  await talk.reads("bot");
  const kept = await talk.page.evaluate(() => Object.entries({ ...localStorage }));
  assert.deepEqual([kept.length, JSON.stringify(kept).includes("my secret")], [1, false]);
});

test("with the browser's storage blocked the chat works, for as long as the page is there", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The storage is blocked.", "SecurityError");
      },
    });
  });
  const talk = await line.open(context);
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  await talk.page.reload();
  await talk.reads("bot");
});

test("a shopper goes on after a reload with a fresh token; login, logout and others begin anew", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  const [ann, ben] = ["ann@shop.example", "ben@shop.example"];
  const asAnn = ["bot", "hello (sent)", "bot"];

  await line.goOn(talk, line.identify(ann));
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads(...asAnn);
  await line.goOn(talk, line.identify(ann));
  await talk.reads(...asAnn);
  const fresh = line.identify(ann);
  await talk.page.evaluate((fresh) => window.chat.identify(fresh), fresh);
  await talk.reads(...asAnn);
  assert.equal((await line.count()).conversations, 2);

  await talk.page.evaluate((other) => window.chat.identify(other), line.identify(ben));
  await talk.reads("bot");
  assert.equal((await line.count()).conversations, 3);
  await line.goOn(talk);
  await talk.reads("bot");
  assert.equal((await line.count()).conversations, 4);
  await line.goOn(talk, line.identify(ann));
  await talk.reads("bot");
  assert.equal((await line.count()).conversations, 5);
  const kept = await talk.page.evaluate(() => JSON.stringify(localStorage));
  assert(!kept.includes(ann) && !kept.includes(ben));
});

test("a shopper who comes back on another day reads on where they were, and another one does not", async (t) => {
  const line = await startLine(t);
  const [ann, ben] = ["ann@shop.example", "ben@shop.example"];
  const talk = await line.open(await visitor(t), line.identify(ann));
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  await talk.page.evaluate(() => window.chat.rate(window.chat.state().entries[2]!.key, "up"));
  await eventually(5_000, async () => assert.deepEqual(await line.feedback(), ["up"]));

  /** The next day, as the browser has it and as the server does. */
  const sleep = async () => {
    await line.expire();
    await talk.page.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        const session = JSON.parse(localStorage[key]);
        if (session.begunAt) session.begunAt -= 25 * 60 * 60 * 1000;
        localStorage[key] = JSON.stringify(session);
      }
    });
  };
  await sleep();
  await line.goOn(talk, line.identify(ann));
  await talk.reads("bot", "hello (sent)", "bot", "bot");
  assert.deepEqual(Object.values((await talk.state()).rated), ["up"]);
  assert.equal((await line.count()).conversations, 1);
  await talk.write("thanks");
  await talk.reads("bot", "hello (sent)", "bot", "bot", "thanks (sent)", "bot");

  await sleep();
  await line.goOn(talk, line.identify(ben));
  await talk.reads("bot");
  assert.equal((await line.count()).conversations, 2);
});

test("what is thought of answers reaches the server in order, and one word that is refused takes no other back", async (t) => {
  const line = await startLine(t);
  const talk = await line.open(await visitor(t));
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  const first = Promise.withResolvers<void>();
  const values: string[] = [];
  await talk.page.route("**/feedback", async (route) => {
    values.push(route.request().postDataJSON().value);
    if (values.length > 1) return route.continue();
    await first.promise;
    await route.fulfill({ status: 429, headers: { "access-control-allow-origin": "*" } });
  });
  const [welcome, answer] = await talk.page.evaluate(() => {
    const keys = window.chat
      .state()
      .entries.flatMap(({ from, key }) => (from === "bot" ? key : []));
    window.chat.rate(keys[0]!, "down");
    window.chat.rate(keys[1]!, "down");
    window.chat.rate(keys[1]!, "up");
    return keys;
  });
  assert.deepEqual((await talk.state()).rated, { [welcome!]: "down", [answer!]: "up" });
  first.resolve();
  await eventually(5_000, async () => assert.deepEqual(values, ["down", "down", "up"]));
  await eventually(5_000, async () =>
    assert.deepEqual((await talk.state()).rated, { [welcome!]: null, [answer!]: "up" }),
  );
  await eventually(5_000, async () => assert.deepEqual(await line.feedback(), ["up"]));
});

test("what one tab thinks of an answer is seen in the other, which does not take it back", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const talk = await line.open(context);
  await talk.reads("bot");
  await talk.write("hello");
  await talk.reads("bot", "hello (sent)", "bot");
  const other = await line.open(context);
  await other.reads("bot", "hello (sent)", "bot");
  await talk.page.evaluate(() => window.chat.rate(window.chat.state().entries[2]!.key, "up"));
  await eventually(5_000, async () =>
    assert.deepEqual(Object.values((await other.state()).rated), ["up"]),
  );
  await other.page.evaluate(() => window.chat.rate(window.chat.state().entries[0]!.key, "down"));
  await eventually(5_000, async () =>
    assert.deepEqual(Object.values((await talk.state()).rated), ["down", "up"]),
  );
});

test("an identity that is refused is told to the page and its developer, and a fresh one helps", async (t) => {
  const line = await startLine(t);
  const context = await visitor(t);
  const warnings: string[] = [];
  context.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const talk = await line.open(context, `${line.identify("ann@shop.example")}x`);
  await talk.is("unidentified");
  assert.match(warnings.join(), /^Meetbot: The identity is not valid\. Sign one/);
  assert.equal(await talk.page.evaluate(() => window.identityRefused), 1);
  await talk.page.evaluate(
    (fresh) => window.chat.identify(fresh),
    line.identify("ann@shop.example"),
  );
  await talk.reads("bot");
  await talk.is("open");
});
