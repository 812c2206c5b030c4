import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const inspect = (input: string | Buffer) =>
  machine.run(["channel", "messenger", "inspect"], { input });

const at = 1_790_000_000_000;
const item = (fields: object) => ({
  sender: { id: "7" },
  recipient: { id: "9" },
  timestamp: at,
  ...fields,
});
const bodyOf = (...messaging: object[]) =>
  JSON.stringify({ object: "page", entry: [{ id: "9", time: at, messaging }] });

test("each event of a body is one JSON line, with the keys of the contract in their order", async () => {
  const tap = { mid: "m1", text: "My orders", quick_reply: { payload: "menu:orders" } };
  const body = bodyOf(item({ message: tap }), item({ read: { watermark: at } }), {});
  const { code, stdout, stderr } = await inspect(body);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(stdout.split("\n"), [
    `{"kind":"quick_reply","page":"9","user":"7","mid":"m1","timestamp_ms":${at},"text":"My orders","payload":"menu:orders","standby":false,"repliable":true}`,
    `{"kind":"read","page":"9","user":"7","timestamp_ms":${at},"standby":false,"repliable":false}`,
    '{"kind":"unknown","page":"9","user":null,"timestamp_ms":null,"standby":false,"repliable":false}',
    "",
  ]);
});

test("a line break in a text does not break the line", async () => {
  const { stdout } = await inspect(bodyOf(item({ message: { text: "two\nlines\u2028三" } })));
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 1);
  assert.equal(JSON.parse(lines[0] ?? "").text, "two\nlines\u2028三");
});

test("a body that decodes never fails, whatever it holds", async () => {
  const bodies = [
    "{}",
    "null",
    "5",
    '"x"',
    "[]",
    '\ufeff{"object":"page","entry":[{}]}',
    '{"entry":{}}',
  ];
  for (const body of bodies) {
    const { code, stdout, stderr } = await inspect(body);
    assert.deepEqual([code, stdout, stderr], [0, "", ""], body);
  }
  const broken = Buffer.from(
    bodyOf(item({ message: { text: "?" } })).replace("?", "\u00ff"),
    "latin1",
  );
  const { code, stdout } = await inspect(broken);
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).text, "\ufffd");
});

test("what a page itself reports is told apart from the events", async () => {
  const changes = [{ field: "feed", value: {} }];
  const body = JSON.stringify({ object: "page", entry: [{ id: "9", time: at, changes }] });
  const { code, stdout, stderr } = await inspect(body);
  assert.deepEqual([code, stdout], [0, ""]);
  assert.equal(stderr, "Page 9 changed: feed. That is no event of a customer.\n");
});

test("what is no JSON ends with an error that says so", async () => {
  for (const body of ["", "nope"]) {
    const { code, stdout, stderr } = await inspect(body);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(
      stderr,
      /^meetbot: The body is not JSON, .*Give the body of one request, as it came\.\n$/,
    );
  }
});
