import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const inspect = (input: string | Buffer) =>
  machine.run(["channel", "telegram", "inspect"], { input });

const from = { id: 7, is_bot: false, first_name: "Ada", language_code: "en" };
const chat = { id: 7, type: "private", first_name: "Ada" };
const message = { message_id: 3, from, chat, date: 1_790_000_000 };

test("an update is one JSON line, with the keys of the contract in their order", async () => {
  const update = { update_id: 5, message: { ...message, text: "two\nlines\u2028三" } };
  const { code, stdout, stderr } = await inspect(JSON.stringify(update));
  assert.deepEqual([code, stderr], [0, ""]);
  assert.equal(
    stdout,
    '{"kind":"text","update_id":"5","update_type":"message","user":"7","chat":"7","id":"3","timestamp_ms":1790000000000,"text":"two\\nlines\\u2028三","language":"en","repliable":true}\n',
  );
});

test("a body that decodes never fails, and what is no JSON says so", async () => {
  for (const body of ["null", "5", "[]"]) {
    const { code, stdout, stderr } = await inspect(body);
    assert.deepEqual([code, stdout, stderr], [0, "", ""], body);
  }
  const { code, stdout, stderr } = await inspect("nope");
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(
    stderr,
    /^meetbot: The body is not JSON, .*Give the body of one request, as it came\.\n$/,
  );
});
