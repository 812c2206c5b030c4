import { test } from "node:test";

test("hang", async () => {
  await new Promise((r) => setTimeout(r, 20000));
});
