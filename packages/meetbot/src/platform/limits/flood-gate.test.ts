import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloodGate } from "./flood-gate.ts";

/** A gate whose time moves by the test alone. */
function gateAt(startMs = 1_000_000) {
  let nowMs = startMs;
  const gate = createFloodGate(() => nowMs);
  return {
    ...gate,
    pass(ms: number) {
      nowMs += ms;
    },
  };
}

/** How often something goes through, of so many times. */
const through = (times: number, ask: () => unknown) =>
  Array.from({ length: times }, ask).filter((flooded) => flooded === null).length;

test("somebody types 120 messages at once and one each second, and no more", () => {
  const gate = gateAt();
  const write = () => gate.message("192.0.2.0/24", "c_1", 50);
  assert.equal(through(200, write), 120);
  assert.deepEqual(write(), { limit: "conversation_messages", retryAfterS: 1 });
  gate.pass(10_000);
  assert.equal(through(20, write), 10);
  assert.equal(
    through(10, () => gate.message("192.0.2.0/24", "c_2", 50)),
    10,
  );
});

test("a long message counts as several", () => {
  const gate = gateAt();
  assert.equal(
    through(50, () => gate.message("192.0.2.0/24", "c_1", 24 * 1024)),
    5,
  );
});

test("a network that opens conversations for an hour opens 2,000, and waits for the next one", () => {
  const gate = gateAt();
  let opened = 0;
  for (let second = 0; second < 3600; second += 1) {
    opened += through(10, () => gate.opening("192.0.2.0/24"));
    gate.pass(1_000);
  }
  assert(opened >= 1_990 && opened <= 2_000, `${opened}`);
  assert.equal(
    through(20, () => gate.opening("198.51.100.0/24")),
    20,
  );
  through(10, () => gate.opening("192.0.2.0/24"));
  const flooded = gate.opening("192.0.2.0/24");
  assert(flooded && flooded.retryAfterS <= 4);
  gate.pass(flooded.retryAfterS * 1_000);
  assert.equal(gate.opening("192.0.2.0/24"), null);
});

test("who waits as long as they are told goes through, however much they sent", () => {
  const gate = gateAt();
  const write = () => gate.request("192.0.2.0/24", 20_000);
  through(10_000, write);
  const flooded = write();
  assert(flooded);
  gate.pass(flooded.retryAfterS * 1_000);
  assert.equal(write(), null);
});

test("many networks together put a node under pressure, and honest ones do not feel it", () => {
  const gate = gateAt();
  let opened = 0;
  for (let second = 0; second < 3600; second += 1) {
    for (let network = 0; network < 200; network += 1) {
      opened += through(1, () => gate.opening(`10.${network}.0.0/24`));
    }
    // A household opens a chat, now and then.
    if (second % 60 === 0) assert.equal(gate.opening(`192.0.2.${second}/24`), null);
    gate.pass(1_000);
  }
  // Without pressure it were 400,000.
  assert(opened < 65_000, `${opened}`);
});

test("who is refused puts nobody under pressure", () => {
  const gate = gateAt();
  assert.equal(
    through(100_000, () => gate.opening("192.0.2.0/24")),
    1_000,
  );
  assert.equal(
    through(1_000, () => gate.opening("198.51.100.0/24")),
    1_000,
  );
});

test("this machine itself is never refused", () => {
  const gate = gateAt();
  assert.equal(
    through(5_000, () => gate.opening(null)),
    5_000,
  );
  assert.equal(
    through(5_000, () => gate.request(null, 60_000)),
    5_000,
  );
  assert.equal(
    through(5_000, () => gate.message(null, "c_1", 60_000)),
    5_000,
  );
});

test("a network that flooded has as many more that somebody worked for, and no more", () => {
  const gate = gateAt();
  through(1_000, () => gate.opening("192.0.2.0/24"));
  assert.equal(
    through(1_200, () => gate.openingByWork("192.0.2.0/24")),
    1_000,
  );
  assert.equal(gate.openingByWork("198.51.100.0/24"), null);
  assert.equal(gate.openingByWork(null), null);
});

test("a network reads so many pages of what was said, and a stream that goes on where it was cut costs none", () => {
  const gate = gateAt();
  for (let nth = 0; nth < 75; nth++) assert.equal(gate.reading("a", 1_000), null);
  assert.deepEqual(gate.reading("a", 1), { limit: "network_pages", retryAfterS: 1 });
  assert.equal(gate.reading("a", 0), null);
  assert.equal(gate.reading("b", 20_000), null);
  assert.equal(gate.reading(null, 20_000), null);
});
