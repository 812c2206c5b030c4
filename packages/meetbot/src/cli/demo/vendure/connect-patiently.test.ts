import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConnectorProblem } from "@meetbot/model/connector/connector-words.ts";
import type { ConnectedBot } from "../../../features/connectors/connecting/connect-shop.ts";
import { connectPatiently } from "./connect-patiently.ts";

const trouble = (problem: ConnectorProblem): ConnectedBot => ({
  ...{ outcome: "trouble", problem, detail: "no answer within 8 s" },
});
const ok: ConnectedBot = { outcome: "ok", shop: "Vendure", notes: [], sample: null };

async function connect(...answers: ConnectedBot[]) {
  let asked = 0;
  const waits: string[] = [];
  const why = await connectPatiently(
    async () => answers[Math.min(asked++, answers.length - 1)]!,
    (text) => waits.push(text),
    async () => {},
  );
  return { why, asked, waits: waits.length };
}

test("a shop that answers late is asked again", async () => {
  const late = await connect(trouble("unreachable"), trouble("unavailable"), ok);
  assert.deepEqual(late, { why: null, asked: 3, waits: 2 });
});

test("of a shop that never answers it is said why, in words", async () => {
  const why = "The shop could not be reached (no answer within 8 s)";
  assert.deepEqual(await connect(trouble("unreachable")), { why, asked: 6, waits: 5 });
});

test("what does not pass is not waited for", async () => {
  const { why, asked } = await connect(trouble("unauthorized"));
  assert.deepEqual([asked, /no answer within 8 s/.test(why ?? "")], [1, true]);
});
