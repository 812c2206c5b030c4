import assert from "node:assert/strict";
import { test } from "node:test";
import { agent as endpoint } from "../../merchant/scripted-merchant.fixture.ts";
import { createListenerAgent } from "./listener-agent.ts";

const answered = { status: 200, headers: {}, body: Buffer.from("{}").toString("base64") };

test("an answer that came is given, whatever becomes of putting its query away", async () => {
  for (const drop of [
    () => Promise.reject(new Error("the database is gone")),
    () => new Promise<void>(() => {}),
  ]) {
    const calls: string[] = [];
    const noting =
      <Result>(name: string, result: () => Promise<Result>) =>
      () => {
        calls.push(name);
        return result();
      };
    const listenedQueries = {
      put: noting("put", async () => true),
      read: noting("read", async () => answered),
      drop: noting("drop", drop),
    };
    const hints = { give() {}, listen: () => () => {} };
    const ref = { botId: "bot_1", listenerId: "listener_1" };
    const agent = createListenerAgent({ listenedQueries, hints }, ref, endpoint);
    const { statusCode, body } = await agent.post("https://shop.example/", {
      ...{
        headers: {},
        body: Buffer.from("{}"),
        signals: [],
        phases: { lookupMs: null, connectMs: null },
        limitBytes: () => 100,
      },
    });
    assert.deepEqual([statusCode, String(body)], [200, "{}"]);
    assert.deepEqual(calls, ["put", "read", "drop"]);
  }
});
