import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "../../../store/store.fixture.ts";
import { destination, happen } from "../store/alerts.fixture.ts";
import { composeWaiting } from "./compose-alert.ts";
import { localAgent, startPlatform } from "./platforms.fixture.ts";
import { startAlerts } from "./start-alerts.ts";

test("what waits for a destination goes on when its rest is over, and not at the next look for work", async (t) => {
  const { origin, until } = await startPlatform(t, () => ({ status: 204, body: "" }));
  const { store, run } = await openTestStore(t);
  const secrets = { ...destination.secrets, url: origin };
  await store.alerts.destinations.add(bot.id, { ...destination, secrets });
  const alerts = startAlerts({
    queue: store.alerts.queue,
    // Looking for work by the clock finds nothing.
    dueWork: { has: async () => false },
    botOf: async () => bot,
    textOf: async () => null,
    publicUrl: null,
    ...{ agent: localAgent, mailer: null, now: Date.now, random: () => 0.5 },
    onSent() {},
    log: { warn() {}, error() {} } as never,
  });
  t.after(alerts.stop);
  await happen(run, Array(3).fill({ type: "shop.unavailable" }));
  alerts.wake();
  await until(3);
});

test("of several customers who wait one alert says how many, and leads to the inbox", () => {
  const source = {
    ...{ id: "evt_1", type: "conversation.waiting" as const, at: new Date(0), facts: {} },
    ...{ bot: { id: "bot_1", name: "Shop" }, conversationId: "c_1", text: null },
    ...{ locale: "en" as const, publicUrl: "https://bots.example" },
  };
  const told = composeWaiting(source, 11);
  assert.equal(told.title, "12 customers are waiting for a person");
  assert.deepEqual([told.facts, told.conversationId], [{ count: 12 }, null]);
  assert.equal(told.link?.url, "https://bots.example/console/bots/bot_1/inbox");
  assert.equal(composeWaiting(source, 0).title, "A customer is waiting for a person");
});
