import assert from "node:assert/strict";
import { test } from "node:test";
import { createRatingRounds } from "./ask-ratings.ts";

const minuteMs = 60_000;
const due = { botId: "bot_1", conversationId: "c", holder: "bot" } as const;

test("a round looks at what has ended since the one before, and at all of it where that left some", async () => {
  const asked: (number | undefined)[] = [];
  let found = 0;
  let now = 0;
  const rounds = createRatingRounds(
    {
      waiting: {
        async dueRatings(limit, withinMinutes) {
          asked.push(withinMinutes);
          if (found < 0) throw new Error("The database is away.");
          return Array.from({ length: Math.min(limit, found) }, () => due);
        },
        claimRating: async () => false,
      },
      mailbox: { enqueue: async () => "stored" },
      wakeWorker() {},
    },
    () => now,
  );
  found = 1_000;
  await rounds();
  found = 1;
  await rounds();
  now += 3 * minuteMs;
  found = -1;
  await assert.rejects(rounds());
  now += 3 * minuteMs;
  found = 0;
  await rounds();
  await rounds();
  assert.deepEqual(asked, [undefined, undefined, 3 + 5, 6 + 5, 5]);
});
