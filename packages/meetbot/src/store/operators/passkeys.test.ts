import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestStore } from "../store.fixture.ts";

test("of two passkeys that are removed at the same moment one stays, where there is no password", async (t) => {
  const { store, run } = await openTestStore(t);
  const { operators, access } = store;
  const everybody = Array.from({ length: 10 }, async (_, n) => {
    const who = { name: `n${n}`, email: `n${n}@shop.example`, administrator: false };
    const { id } = await operators.create(who);
    for (const key of [`${n}a`, `${n}b`]) {
      await run(
        `insert into operator_passkeys (id, name, user_id, credential_id, public_key, counter, device_type, backed_up)
         values ('${key}', '', '${id}', 'credential-${key}', 'key', 0, 'singleDevice', false)`,
      );
    }
    return { id, keys: [`${n}a`, `${n}b`] };
  });
  const all = await Promise.all(everybody);
  const removing = all.map(({ id, keys }) =>
    Promise.all(keys.map((key) => access.removePasskey(id, key))),
  );
  for (const removals of await Promise.all(removing)) {
    assert.deepEqual(removals.map(({ outcome }) => outcome).sort(), ["last", "removed"]);
  }
});
