import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { languages } from "@meetbot/presentation";
import type { Page } from "playwright-core";
import { parseKeyRing } from "../../meetbot/src/secrets/key-ring.ts";
import { bot, openTestStore } from "../../meetbot/src/store/store.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { createMachine } from "../../meetbot/test/fixtures/machine.ts";
import { startSlowMerchant, toldOfEach } from "../../meetbot/test/fixtures/slow-merchant.ts";
import { shareBrowser } from "../../widget/test/shared-browser.ts";
import { openBrowser, openSession, type Visitor } from "./visit-console.ts";

// Two operators and a customer, each in a browser, and a server that is killed between them.

const browser = shareBrowser();

test("a customer and two operators: nothing is lost or doubled, also where the server is killed", async (t) => {
  const shop = await startShop(t);
  const inbox = `/console/bots/${bot.id}/inbox`;
  const [customer, ada, ben] = await Promise.all([
    shop.visit(`/chat/${bot.id}`),
    shop.visit(inbox, "Ada"),
    shop.visit(inbox, "Ben"),
  ]);
  for (const { page } of [ada, ben]) await page.getByText("Nobody is waiting.").waitFor();

  // The customer asks for a person, and both agents see it.
  await write(customer, "I want to talk to a person");
  await line(customer, /^We have called a person\./);
  for (const { page } of [ada, ben]) await titled(page, "(1) Inbox · Meetbot");

  // Ada takes the conversation; Ben's inbox has nothing left to do.
  await ada.page.locator(".inbox-row").click();
  await ada.page.getByRole("button", { name: "Take", exact: true }).click();
  await line(customer, /^You are talking with a person\./);
  await titled(ben.page, "Inbox · Meetbot");
  await answer(ada, "Good morning, this is Ada.");
  await line(customer, /^You are talking with Ada\./);
  await customer.page.locator(".entry.person", { hasText: "Good morning" }).waitFor();

  // The server is killed when it has stored what Ada says, and has not told her yet.
  const isKilled = shop.killOn(ada.page);
  await answer(ada, "What is it about?");
  await isKilled;
  await ada.page.getByRole("button", { name: "Send again" }).waitFor();
  await write(customer, "My cup is broken");
  await customer.page.locator(".entry.customer", { hasText: "My cup is broken" }).waitFor();
  await shop.start();
  await customer.page.locator(".entry.person", { hasText: "What is it about?" }).waitFor();
  await said(ada.page, "My cup is broken").waitFor();
  await ada.page.getByRole("button", { name: "Send again" }).click();
  await ada.page.getByRole("button", { name: "Send again" }).waitFor({ state: "detached" });

  // Ben opens the same and writes, and Ada answers meanwhile: his words wait until he has read hers.
  await ben.page.locator(".inbox-views").getByText("All").click();
  await ben.page.locator(".inbox-row").click();
  await said(ben.page, "My cup is broken").waitFor();
  await ben.page.getByText("Ada is looking at this").waitFor();
  const field = replyOf(ben.page);
  await field.pressSequentially("Send it back");
  await ada.page.getByText("Ben is writing…").waitFor();
  await answer(ada, "We send you another one.");
  await customer.page.locator(".entry.person", { hasText: "another one" }).waitFor();
  await field.press("Enter");
  const held = ben.page.getByRole("dialog", { name: /^Ada has this since/ });
  await held.waitFor();
  const reading = await holdReading(ben.page);
  await answer(ada, "It leaves today.");
  await customer.page.locator(".entry.person", { hasText: "leaves today" }).waitFor();
  const refused = ben.page.waitForResponse((one) => /messages$/.test(one.url()));
  await held.getByRole("button", { name: "Take over and send" }).click();
  assert.equal((await refused).status(), 409);
  reading.goOn();
  await ben.page.getByText("Ada wrote while you typed. Read it first").waitFor();
  await said(ben.page, "It leaves today.").waitFor();
  assert.equal(await field.inputValue(), "Send it back");
  await field.fill("");

  // Ada gives it back, and the bot answers.
  await ada.page.getByRole("button", { name: "Give back", exact: true }).click();
  await customer.page.locator(".entry.bot", { hasText: languages.en.dialog.botAgain }).waitFor();
  await customer.page.locator(".who").waitFor({ state: "detached" });
  await write(customer, "show order MBWXS75S9878");
  await customer.page.locator(".entry.bot", { hasText: toldOfEach }).waitFor();
  await customer.page.getByRole("article").waitFor();

  const expected = [
    ["customer", "I want to talk to a person"],
    ["person", "Good morning, this is Ada."],
    ["person", "What is it about?"],
    ["customer", "My cup is broken"],
    ["person", "We send you another one."],
    ["person", "It leaves today."],
    ["customer", "show order MBWXS75S9878"],
  ];
  assert.deepEqual(await peopleIn(customer.page.locator(".entry:not(.bot)")), expected);
  for (const { page } of [ada, ben]) {
    await eventually(5_000, async () => {
      const told = page.locator(".talk-message:not([data-from=bot])", { has: bubble(page) });
      assert.deepEqual(await peopleIn(told), expected);
    });
  }
  const [, ...stored] = await shop.transcript();
  assert.deepEqual(
    stored.map(({ seq }) => seq),
    stored.map((_, nth) => nth + 2),
  );
  assert.equal(await customer.page.locator(".entry").count(), stored.length);
  assert.deepEqual(
    stored.flatMap((one) => (one.from === "person" ? [one.name] : [])),
    ["Ada", "Ada", "Ada", "Ada"],
  );
  const isCut = (complaint: string) => /ERR_|Failed to load resource/.test(complaint);
  for (const { complaints } of [ada, ben, customer]) {
    assert.deepEqual(
      complaints.filter((one) => !isCut(one)),
      [],
    );
  }
});

/** A shop, and `meetbot serve` in a process of its own, which comes back where it was. */
async function startShop(t: TestContext) {
  const key = randomBytes(32).toString("base64");
  const { store, url, run } = await openTestStore(t, { keyRing: parseKeyRing(key) });
  const machine = createMachine(t);
  const merchant = await startSlowMerchant(t, () => 0);
  await store.bots.change(bot.id, { endpoint: merchant.endpoint });
  const env = { MEETBOT_DATABASE_URL: url, MEETBOT_MASTER_KEY: key };
  let node = await machine.start(["serve", "--port", "0"], env);
  const { port } = new URL(node.url);
  const origin = `http://localhost:${port}`;
  return {
    /** Opens a page; `as`: an operator of that name. */
    async visit(path: string, as?: string): Promise<Visitor> {
      const cookie = as === undefined ? null : await openSession(store, origin, "agent", as);
      const visitor = await openBrowser(await browser(), { origin, path, cookie });
      t.after(visitor.leave);
      return visitor;
    },
    /** Kills the server as soon as it has answered what is sent next from there; the answer never arrives. */
    async killOn(page: Page): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      await page.route(
        "**/messages",
        async (route) => {
          assert.equal((await route.fetch()).status(), 200);
          await node.kill();
          await route.abort();
          resolve();
        },
        { times: 1 },
      );
      return promise;
    },
    async start() {
      node = await machine.start(["serve", "--port", port], env);
    },
    async transcript() {
      const [row] = await run("select conversation_id from conversations");
      const ref = { botId: bot.id, conversationId: String(row.conversation_id) };
      return store.conversationLog.messagesAfter(ref, 0, 100);
    },
  };
}

async function write({ page }: Visitor, text: string): Promise<void> {
  const field = page.getByRole("main").getByRole("textbox");
  await field.fill(text);
  await field.press("Enter");
}

/** Waits for the line that shows the customer who answers. */
const line = ({ page }: Visitor, text: RegExp) => page.locator(".who", { hasText: text }).waitFor();

const replyOf = (page: Page) => page.getByRole("textbox", { name: "Reply" });

async function answer({ page }: Visitor, text: string): Promise<void> {
  await replyOf(page).fill(text);
  await replyOf(page).press("Enter");
}

const titled = (page: Page, title: string) =>
  eventually(15_000, async () => assert.equal(await page.title(), title));

const bubble = (page: Page) => page.locator(".talk-bubble");
const said = (page: Page, text: string) => page.locator(".talk-message", { hasText: text });

/** Holds back new transcript entries from the page until the test calls `goOn`. */
async function holdReading(page: Page) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/reveal*", async (route) => {
    await promise;
    await route.continue();
  });
  return { goOn: resolve };
}

/** What people said, in the order in which a page shows it. */
function peopleIn(entries: ReturnType<Page["locator"]>): Promise<(string | undefined)[][]> {
  return entries.evaluateAll((all) =>
    all.map((one) => [
      one.getAttribute("data-from") ?? one.className.split(" ")[1],
      one.querySelector(".bubble, .talk-bubble")?.textContent ?? "",
    ]),
  );
}
