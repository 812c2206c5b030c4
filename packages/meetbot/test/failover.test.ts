import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { post, readUntil, type Seat, takeSeat } from "./fixtures/conversation.ts";
import { openDatabaseAddress } from "./fixtures/database-address.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";
import { startPostgres } from "./fixtures/postgres-server.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";
import { countAnswers } from "./patroni/talkers.ts";

// The primary is lost under load, and its synchronous standby takes its place.

/** From the promotion on; a busy machine included. */
const recoversWithinMs = 15_000;

const talkers = 6;
/** Each says so much at least after the standby was promoted. */
const saidAfterwards = 3;

/** An idle connection may close while it is reused: the caller retries. */
async function readiness(url: string): Promise<string> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  if (!response) return "unreachable";
  const { error } = (await response.json()) as { error?: { code: string } };
  return error?.code ?? "ready";
}

test("a synchronous standby that is promoted under load has all that was acknowledged, and nodes find it", async (t) => {
  const primary = await startPostgres(t);
  await primary.run("create role meetbot login", "create database meetbot owner meetbot");
  const key = { MEETBOT_MASTER_KEY: randomBytes(32).toString("base64") };
  const machine = createMachine(t);
  const shop = await startSlowMerchant(t, () => 0);
  const keyRing = parseKeyRing(key.MEETBOT_MASTER_KEY);
  const store = await openStore({ connection: primary.url("meetbot", "meetbot"), keyRing });
  const { bot, secrets } = newBot({ name: "Shop", endpoint: shop.endpoint });
  await store.bots.create(bot, secrets);
  await store.close();
  const botId = bot.id;
  await primary.end("SIGINT");
  const standby = await primary.copyAsStandby("second");
  await primary.start(["synchronous_standby_names=second"]);
  await standby.start();
  const synchronous = "select from pg_stat_replication where sync_state = 'sync'";
  await eventually(recoversWithinMs, async () =>
    assert.equal((await primary.run(synchronous)).length, 1),
  );

  const of = (...ports: number[]) =>
    `postgres://meetbot@${ports.map((port) => `127.0.0.1:${port}`).join(",")}/meetbot?target_session_attrs=read-write`;
  const address = await openDatabaseAddress(t, primary.url("meetbot", "meetbot"));
  const env = { ...key, MEETBOT_DATABASE_URL: of(standby.port, primary.port) };
  const byAddress = { ...key, MEETBOT_DATABASE_URL: address.url };
  const [node, other] = await Promise.all([
    machine.start(["serve", "--port", "0"], env),
    machine.start(["serve", "--port", "0"], byAddress),
  ]);
  for (const { url } of [node, other]) {
    await eventually(recoversWithinMs, async () => assert.equal(await readiness(url), "ready"));
  }

  // An address that leads to a standby: nothing can be stored there, and the node says why.
  address.moveTo(standby.url(), { cut: true });
  await eventually(recoversWithinMs, async () =>
    assert.equal(await readiness(other.url), "database_read_only"),
  );
  const refused = await eventually(recoversWithinMs, () =>
    fetch(`${other.url}/chat/${botId}/conversations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }),
  );
  assert.equal(refused.status, 503);
  assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);

  const seats = await Promise.all(Array.from({ length: talkers }, () => takeSeat(node.url, botId)));
  let isPromoted = false;
  let firstAfterwardsAt = Number.POSITIVE_INFINITY;
  const said = new Map<Seat, string[]>(seats.map((seat) => [seat, []]));
  const talking = seats.map(async (seat) => {
    for (let afterwards = 0; afterwards < saidAfterwards; ) {
      const id = randomUUID();
      for (;;) {
        const response = await post(seat, { text: "help" }, id).catch(() => null);
        if (response?.status === 202) break;
        if (response) assert.equal(response.status, 503, await response.text());
        await delay(50);
      }
      said.get(seat)!.push(id);
      if (!isPromoted) continue;
      afterwards += 1;
      firstAfterwardsAt = Math.min(firstAfterwardsAt, performance.now());
    }
  });
  await eventually(recoversWithinMs, async () =>
    assert(seats.every((seat) => said.get(seat)!.length > 1)),
  );
  await primary.end("SIGKILL");
  await eventually(recoversWithinMs, async () =>
    assert.equal(await readiness(node.url), "not_ready"),
  );
  await standby.run("select pg_promote()", "alter system reset synchronous_standby_names");
  const promotedAt = performance.now();
  isPromoted = true;
  await Promise.all(talking);
  assert(firstAfterwardsAt - promotedAt < recoversWithinMs);
  for (const { url } of [node, other]) {
    await eventually(recoversWithinMs, async () => assert.equal(await readiness(url), "ready"));
  }

  const told = seats.map(async (seat) => {
    const sent = said.get(seat)!;
    // The welcome, and an answer to each. What would come twice, comes before the answer to a last one.
    await readUntil(seat, countAnswers(1 + sent.length));
    const last = randomUUID();
    assert.equal((await post(seat, { text: "help" }, last)).status, 202);
    const messages = await readUntil(seat, countAnswers(2 + sent.length));
    const ids = messages.flatMap((one) => (one.from === "customer" ? [one.id] : []));
    assert.deepEqual(ids, [...sent, last]);
    assert.deepEqual(messages.at(-2)?.from, "customer");
  });
  await Promise.all(told);
});
