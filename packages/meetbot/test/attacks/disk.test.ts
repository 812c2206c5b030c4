import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { eventually } from "../fixtures/eventually.ts";
import { openGuest } from "../fixtures/guest.ts";

// A disk that runs full, as far as a test can simulate one: the test sets the free space, and the database returns
// PostgreSQL's error for a file that cannot grow.

const roomy = { freeBytes: 20e9, sizeBytes: 100e9 };
const scarce = { freeBytes: 100e6, sizeBytes: 100e9 };

const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text();

test("below the floor nobody begins, whoever is there goes on, and the node says so", async (t) => {
  let space = roomy;
  const { url } = await startTestServer(t, { freeSpace: async () => space });
  const guest = await openGuest(url, bot.id);
  assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), { ready: true });
  assert.match(await metricsOf(url), /^meetbot_disk_low 0$/m);

  space = scarce;
  await becomes(url, { ready: true, disk: "low" });
  const opened = await fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST" });
  assert.equal(opened.status, 503);
  assert.equal(opened.headers.get("retry-after"), "30");
  const { error } = (await opened.json()) as { error: { code: string } };
  assert.equal(error.code, "disk_low");
  await guest.say("help", 1);
  const metrics = await metricsOf(url);
  assert.match(metrics, /^meetbot_disk_low 1$/m);
  assert.match(metrics, /^meetbot_disk_free_bytes 100000000$/m);
  assert.match(metrics, /^meetbot_turned_away_total\{because="disk"\} 1$/m);

  space = roomy;
  await becomes(url, { ready: true });
  (await openGuest(url, bot.id)).leave();
  guest.leave();
});

test("what the database has no room for is no fault, and is stored once there is room", async (t) => {
  const { url, run } = await startTestServer(t);
  const guest = await openGuest(url, bot.id);
  const fill = `
    create function no_room() returns trigger language plpgsql as $$
    begin
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end $$;
    create trigger full_disk before insert on messages execute function no_room()`;
  await run(fill);
  for (const path of ["messages", "conversations"]) {
    const refused = await fetch(`${url}/chat/${bot.id}/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${guest.seat.token}` },
      body: JSON.stringify({ id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", text: "help" }),
    });
    assert.equal(refused.status, 503);
    assert(Number(refused.headers.get("retry-after")) > 0);
    assert.equal(((await refused.json()) as { error: { code: string } }).error.code, "disk_low");
  }
  assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), { ready: true, disk: "low" });

  await run("drop trigger full_disk on messages");
  const [answer] = await guest.say("help", 1);
  assert(answer?.text);
  guest.leave();
});

/** The node looks at its disk once a second. */
const becomes = (url: string, readiness: object) =>
  eventually(5_000, async () =>
    assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), readiness),
  );
