import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** What a merchant writes: the README's own lines, and bytes as they come from a file. */
const program = `
  import { createWebhook, refuse } from "@meetbot/sdk";
  import { page } from "@meetbot/sdk/shop";
  import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
  const signingSecret = "whsec_";
  const webhook = createWebhook({
    signingSecret,
    orders: (asked) => (asked.by === "account" ? page([], asked) : refuse.orderNotFound()),
    packages: () => refuse.orderNotFound(),
  });
  const request = signTestRequest(testQuestions.test, { signingSecret });
  void fetch("https://shop.example", request);
  void webhook(new Request("https://shop.example", request));
  void fetch("https://shop.example", signTestRequest(new Uint8Array(2), { signingSecret }));
`;

test("what a merchant writes compiles with the types of browsers, as a new project has them", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "meetbot-types-"));
  t.after(() => rm(folder, { recursive: true }));
  await symlink(modules, join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await writeFile(join(folder, "shop.ts"), program);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--lib", "es2024,dom"];
  const source = ["--customConditions", "meetbot-source", "--allowImportingTsExtensions"];
  const how = ["--module", "nodenext", "--target", "es2022", "--types", "node"];
  const compiler = join(modules, "typescript/bin/tsc");
  const args = [compiler, ...options, ...source, ...how, "shop.ts"];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error) => error);
  assert.equal(stdout, "");
});
