import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { startTestServer } from "../src/server/server.fixture.ts";
import { bot } from "../src/store/store.fixture.ts";
import { openGuest } from "./fixtures/guest.ts";
import { countStatements } from "./scale-out/count-statements.ts";

const seconds = 5;

/** Excludes the statements that a node runs once at startup. */
const startS = 1;

async function askedInASecond(): Promise<number> {
  const asked = countStatements();
  await delay(seconds * 1000);
  return asked() / seconds;
}

test("a node asks the database at most 4 times a second while nothing happens", async (t) => {
  await startTestServer(t);
  await delay(startS * 1000);
  const asked = await askedInASecond();
  t.diagnostic(`${asked} statements a second`);
  assert.ok(asked <= 4, `${asked} a second`);
});

test("fifty open chats in which nobody writes add at most 4 times a second", async (t) => {
  const { url } = await startTestServer(t);
  const guests = await Promise.all(Array.from({ length: 50 }, () => openGuest(url, bot.id)));
  await delay(startS * 1000);
  const asked = await askedInASecond();
  for (const { leave } of guests) leave();
  t.diagnostic(`${asked} statements a second`);
  assert.ok(asked <= 8, `${asked} a second`);
});
