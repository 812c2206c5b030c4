import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { findVendure, leftOut } from "../../connectors/test/vendure/find-vendure.ts";
import { openGuest } from "../../meetbot/test/fixtures/guest.ts";
import { createMachine, type Running } from "../../meetbot/test/fixtures/machine.ts";
import { shareBrowser } from "../../widget/test/shared-browser.ts";
import { openBrowser } from "./visit-console.ts";

const browser = shareBrowser();
const folder = await findVendure();
const skip = folder === null && leftOut;

/** What the demo says of its Vendure. */
interface Told {
  bot_id: string;
  chat_url: string;
  url: string;
  api_key: string;
  account: string;
  order_number: string;
}

const machine = createMachine({ after });
const demo = skip ? null : await startDemo(folder!);

/** With the Vendure that the tests have: npm fetches none. */
async function startDemo(vendure: string): Promise<Running> {
  mkdirSync(machine.dataDir, { recursive: true, mode: 0o700 });
  symlinkSync(vendure, join(machine.dataDir, "vendure"));
  const args = ["demo", "--shop", "vendure", "--no-samples", "--json", "--port", "0"];
  return machine.start(args, { MEETBOT_OUTBOUND_ALLOW: "" });
}

function told(): { url: string; console_url: string; vendure: Told } {
  return JSON.parse(demo!.printed.stdout);
}

test("the demo's second bot answers out of Vendure", { skip }, async () => {
  const { url, vendure } = told();
  assert.equal((await fetch(vendure.chat_url)).status, 200);
  const guest = await openGuest(url, vendure.bot_id);
  const [, card] = await guest.say(vendure.order_number, 2);
  assert.equal(card?.orders?.[0]?.order_number, vendure.order_number);
  assert.equal(card?.orders?.[0]?.elements?.[0]?.title, "Classic White T-Shirt");
  const [, list] = await guest.say(`wo ist meine Bestellung? ${vendure.account}`, 2);
  assert.ok((list?.orders?.length ?? 0) > 0);
  guest.leave();
});

test("an owner comes from the console to a real order in the chat", { skip }, async (t) => {
  const { console_url: link, vendure } = told();
  const { origin } = new URL(link);
  const at = { origin, path: link.slice(origin.length), cookie: null };
  const { page, complaints, leave } = await openBrowser(await browser(), at);
  t.after(leave);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button("Open the console").click();
  await page.getByRole("link", { name: "New bot" }).first().click();
  const begun = performance.now();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Harbour");
  await page.getByRole("radio", { name: "Vendure" }).check();
  await page.getByRole("textbox", { name: "Address of the admin API" }).fill(vendure.url);
  await page.getByLabel("API key", { exact: false }).first().fill(vendure.api_key);
  await button("Check").click();
  await button("Create bot").click();
  await page.getByRole("heading", { name: "Harbour has been created" }).waitFor();
  await page.getByRole("link", { name: /real order/ }).click();
  await button("Show a real order").click();
  const shown = page.locator("meetbot-transcript").getByText("Classic White T-Shirt").first();
  await shown.waitFor();

  const [, bot = ""] = /bots\/(bot_\w+)/.exec(page.url()) ?? [];
  await page.goto(`${origin}/chat/${bot}`);
  await page.getByRole("textbox").fill(`Where is ${vendure.order_number}?`);
  await page.keyboard.press("Enter");
  const answered = page.getByText("Classic White T-Shirt").first();
  await answered.waitFor().catch(async (cause: Error) => {
    const chat = await page.getByRole("region", { name: "Conversation" }).ariaSnapshot();
    throw new Error(`No order in the chat, which shows ${chat}`, { cause });
  });
  const seconds = (performance.now() - begun) / 1000;
  t.diagnostic(`from New bot to an order in the chat: ${seconds.toFixed(1)} s`);
  assert.deepEqual(complaints, []);
});
