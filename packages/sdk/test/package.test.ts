import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { secret, signQuestionNow, validityQuery } from "./sign-question.ts";

const run = promisify(execFile);
const workspace = fileURLToPath(new URL("../../../", import.meta.url));

test("the published JavaScript of both packages answers a question, without TypeScript", async () => {
  const folder = await mkdtemp(join(tmpdir(), "meetbot-package-"));
  try {
    await Promise.all([install("protocol", folder), install("sdk", folder)]);
    const shop = join(folder, "shop.mjs");
    await writeFile(shop, program(signQuestionNow(validityQuery)));
    const { stdout } = await run(process.execPath, [shop]);
    assert.equal(stdout, '{"success":true,"object":"test","test_token":"12345"}\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Lays a package out as npm would install it, from what its build emits. */
async function install(name: string, folder: string): Promise<void> {
  const source = join(workspace, "packages", name);
  const target = join(folder, "node_modules/@meetbot", name);
  await mkdir(target, { recursive: true });
  await copyFile(join(source, "package.json"), join(target, "package.json"));
  // Types are checked elsewhere; here the SDK would need the protocol built before it.
  const options = ["--noCheck", "--declaration", "false", "--outDir", join(target, "dist")];
  const compiler = join(workspace, "node_modules/.bin/tsc");
  await run(compiler, ["-p", join(source, "tsconfig.build.json"), ...options]);
}

function program(question: object): string {
  return `
    import { createWebhook, refuse } from "@meetbot/sdk";
    const webhook = createWebhook({
      signingSecret: ${JSON.stringify(secret)},
      orders: () => refuse.userNotFound(),
      packages: () => refuse.orderNotFound(),
    });
    const answer = await webhook(new Request("http://localhost/", ${JSON.stringify(question)}));
    console.log(await answer.text());
  `;
}
