import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attempt } from "@meetbot/model/limit.ts";
import { countOnce } from "./count-once.ts";

const attempt = (item: string): Attempt => ({
  ...{ limit: "conversation_numbers", subject: "c_1", item },
  ...{ max: 1, windowS: 60 },
});

test("the same attempts are counted once, and what they exceed is told each time", async () => {
  const counted: Attempt[][] = [];
  const limits = countOnce({
    async count(_, attempts) {
      counted.push(attempts);
      return [{ limit: "conversation_numbers", retryAfterS: counted.length }];
    },
    async note() {},
  });
  const first = await limits.count("bot_1", [attempt("MB1")]);
  assert.deepEqual(await limits.count("bot_1", [attempt("MB1")]), first);
  assert.notDeepEqual(await limits.count("bot_1", [attempt("MB2")]), first);
  assert.notDeepEqual(await limits.count("bot_2", [attempt("MB1")]), first);
  assert.equal(counted.length, 3);
});
