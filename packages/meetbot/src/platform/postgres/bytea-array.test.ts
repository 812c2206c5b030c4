import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { createTestDatabase } from "../../../test/database.ts";
import { byteaArray } from "./bytea-array.ts";

const arrays: Record<string, (Buffer | null)[]> = {
  "each byte there is": [Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  "nothing, beside no bytes and signs that arrays are written with": [
    ...[null, Buffer.alloc(0), Buffer.from('"\\,{}NULL')],
  ],
  "no items": [],
};

for (const [what, items] of Object.entries(arrays)) {
  test(`PostgreSQL reads an array of bytes as it was given: ${what}`, async (t) => {
    const database = await createTestDatabase();
    const client = new pg.Client(database.url);
    t.after(() => client.end().then(database.drop));
    await client.connect();
    const text =
      "select item from unnest($1::bytea[]) with ordinality as one (item, nth) order by nth";
    const { rows } = await client.query<{ item: Buffer | null }>(text, [byteaArray(items)]);
    assert.deepEqual(
      rows.map(({ item }) => item),
      items,
    );
  });
}
