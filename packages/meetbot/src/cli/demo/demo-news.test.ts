import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { createBrowser } from "../../../../../examples/demo-store/test/browser.ts";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";
import { openTestStore } from "../../store/store.fixture.ts";
import { demoBotId, findOrCreateDemoBot, findOrCreatePushSecret } from "./demo-bot.ts";

const soonMs = 60_000;

test("who taps “Keep me posted” in the demo sees it in the open chat as their parcel goes out and arrives", async (t) => {
  const machine = createMachine(t);
  const demo = await machine.start(["demo", "--json", "--port", "0", "--no-samples"]);
  const ready = JSON.parse(demo.printed.stdout.split("\n")[0] ?? "");
  const shopper = createBrowser(new URL(ready.guest_url).origin);
  const bought = { sku: "teapot", email: "lena@posteo.net", name: "Lena Koch" };
  const { location: order } = await shopper.submit("/orders", bought);
  await shopper.submit(order, { step: "pay" });
  const taken = /meetbot_pushes_total\{outcome="accepted"\} 2/;
  await eventually(soonMs, async () =>
    assert.match(await (await fetch(`${demo.url}/metrics`)).text(), taken),
  );

  const guest = await openGuest(demo.url, demoBotId);
  t.after(guest.leave);
  await guest.say(`where is my order ${order.split("/").at(-1)}?`, 2);
  await guest.tap("Keep me posted", 1);
  const heard = (what: RegExp) =>
    eventually(soonMs, async () => {
      const said = guest.heard.map((one) => (one.from === "bot" ? one.reply.text : ""));
      const found = said.filter((text) => what.test(text ?? ""));
      assert.equal(found.length, 1, JSON.stringify(said));
    });
  await shopper.submit(order, { step: "ship" });
  await heard(/^Your order .* is in transit with UPS/);
  await shopper.submit(order, { step: "deliver" });
  await heard(/^Your order .*delivered/);
  assert.equal(await demo.stop(), 0);
});

test("a demo bot without a push secret gets one, and keeps it", async (t) => {
  const { store } = await openTestStore(t);
  const { bot, secrets } = newBot({
    ...{ id: demoBotId, name: "Demo", endpoint: "http://127.0.0.1:1/", demo: true },
  });
  const { signingSecret, identitySecret } = secrets;
  await store.bots.create(bot, { signingSecret, identitySecret });
  assert.equal((await findOrCreateDemoBot(store.bots)).created, false);
  const made = await findOrCreatePushSecret(store.bots);
  assert.match(made, /^whsec_/);
  assert.equal(await findOrCreatePushSecret(store.bots), made);
});
