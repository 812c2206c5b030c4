import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { openTestStore } from "../store/store.fixture.ts";
import { logForm } from "./log-form.ts";

test("what PostgreSQL quotes of a row stands in no log", async (t) => {
  const { run } = await openTestStore(t);
  const lines: string[] = [];
  const log = pino(logForm, { write: (line: string) => lines.push(line) });
  const twice = `insert into operators (id, name, email)
    values ('one', 'Ada', 'ada@shop.example'), ('two', 'Ada', 'ada@shop.example')`;
  const wrong = `insert into sign_in_marks (mark, detail, expires_at) values ('m', '{"ada@shop": }', now())`;
  for (const text of [twice, wrong]) {
    await run(text).catch((err: unknown) => {
      log.error({ err }, "request failed");
      log.error({ err: Object.assign(new Error("It failed."), { told: err }) }, "request failed");
    });
  }
  assert.match(lines.join(""), /operators_email_key.*invalid input syntax/s);
  assert.doesNotMatch(lines.join(""), /ada@/);
});
