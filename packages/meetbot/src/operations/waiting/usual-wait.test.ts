import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { createUsualWait, usualMinutes } from "./usual-wait.ts";

test("the median is rounded up to what people say", () => {
  const minutes = (...waits: number[]) => usualMinutes(waits.map((wait) => wait * 60));
  assert.equal(minutes(0.1, 0.2, 0.3), 1);
  assert.equal(minutes(1, 1, 1), 1);
  assert.equal(minutes(90, 1.1, 0), 2);
  assert.equal(minutes(4, 4, 4), 5);
  assert.equal(minutes(11, 12, 13), 15);
  assert.equal(minutes(1, 2, 31, 46), 45);
  assert.equal(minutes(60, 60, 60), 60);
});

test("of fewer than three, and of more than an hour, nothing is said", () => {
  assert.equal(usualMinutes([]), null);
  assert.equal(usualMinutes([60, 60]), null);
  assert.equal(usualMinutes([3601, 3601, 3601]), null);
});

test("the day's waits are asked for once a minute, from the beginning of the day where people answer", async () => {
  const { bot } = newBot({
    name: "Shop",
    endpoint: "https://shop.example/webhook",
    officeHours: { timeZone: "Asia/Shanghai", hours: "mon-fri 09:00-18:00" },
  });
  let now = Date.parse("2026-11-25T20:30:00Z");
  const asked: string[] = [];
  const latestWaits = async (botId: string, since: Date, limit: number) => {
    asked.push(`${botId} ${since.toISOString()} ${limit}`);
    return [60, 120, 180];
  };
  const ada = { operatorId: "ada", name: "Ada", since: new Date(now), capacity: 5, holds: 0 };
  let onDuty = [ada];
  const usualWait = createUsualWait({ latestWaits }, { listOn: async () => onDuty }, () => now);
  assert.deepEqual(await Promise.all([usualWait(bot), usualWait(bot)]), [2, 2]);
  assert.deepEqual(asked, [`${bot.id} 2026-11-25T16:00:00.000Z 20`]);
  now += 60_001;
  await usualWait(bot);
  assert.equal(asked.length, 2);
  assert.equal(await usualWait({ ...bot, id: "other", officeHours: null }), null);
  assert.equal(asked.length, 2);
  onDuty = [];
  now += 60_001;
  assert.equal(await usualWait(bot), null, "nobody is on duty who could keep it");
});

test("where the database is away nothing is said", async () => {
  const { bot } = newBot({
    name: "Shop",
    endpoint: "https://shop.example/webhook",
    officeHours: { timeZone: "UTC", hours: "mon-sun 00:00-24:00" },
  });
  const latestWaits = () => Promise.reject(new Error("away"));
  assert.equal(await createUsualWait({ latestWaits }, { listOn: async () => [] })(bot), null);
});
