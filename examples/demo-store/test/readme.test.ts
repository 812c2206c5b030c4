import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

it("shows the webhook in the README as it runs", () => {
  const [, code] = /```ts\n(.*?)```/s.exec(read("README.md")) ?? [];
  assert.equal(code, read("src/webhook.ts"));
});
