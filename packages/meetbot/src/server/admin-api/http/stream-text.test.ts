import assert from "node:assert/strict";
import { test } from "node:test";
import { streamText } from "./stream-text.ts";

test("a body whose texts fail ends what was begun for it, as one that is over or left does", async () => {
  const ends: string[] = [];
  const stream = (name: string, texts: AsyncGenerator<string>) =>
    streamText(texts, () => ends.push(name));
  await assert.rejects(new Response(stream("failed", failing())).text(), /the database is away/);
  assert.equal(await new Response(stream("over", saying("a", "b"))).text(), "ab");
  await stream("left", saying("a")).cancel();
  assert.deepEqual(ends, ["failed", "over", "left"]);
});

async function* saying(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function* failing(): AsyncGenerator<string> {
  yield "a";
  throw new Error("the database is away");
}
