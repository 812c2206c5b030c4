import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "../../../test/read-words.ts";
import { describeProblem } from "./describe-problem.ts";

test("who reads Chinese is told in Chinese what the server refuses, and its own words only where none are known", async () => {
  const [en, zh] = [await readWords("en", "problems"), await readWords("zh", "problems")];
  const away = { code: "database_away", status: 503, message: "The database does not answer." };
  assert.deepEqual(describeProblem(away, zh), { text: "数据库暂时没有响应，请稍后重试。" });
  assert.deepEqual(describeProblem(away, en), { text: "The database does not answer." });
  const meta = { code: "meta_refused", status: 409, message: "Meta refused the token (190)." };
  assert.deepEqual(describeProblem(meta, zh), {
    text: "当前状态下无法进行此操作。",
    aside: "Meta refused the token (190).",
  });
});
