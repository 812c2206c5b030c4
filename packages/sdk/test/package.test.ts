import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { newSecret } from "@meetbot/sdk";
import { build } from "esbuild";

const run = promisify(execFile);
const workspace = fileURLToPath(new URL("../../../", import.meta.url));

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "meetbot-package-"));
  await Promise.all([install("protocol"), install("sdk")]);
});
after(() => rm(folder, { recursive: true }));

test("the published JavaScript of both packages answers a question, without TypeScript", async () => {
  const shop = join(folder, "shop.mjs");
  await writeFile(shop, program);
  const { stdout } = await run(process.execPath, [shop]);
  assert.equal(stdout, '{"success":true,"object":"test","test_token":"12345"}\n');
});

interface Door {
  import: { default: string; types: string };
  require: { default: string; types: string };
}

test("every door of the package opens onto a file that the build makes", async () => {
  const sdk = join(folder, "node_modules/@meetbot/sdk");
  const { exports } = JSON.parse(await readFile(join(sdk, "package.json"), "utf8"));
  assert.deepEqual(Object.keys(exports), [".", "./testing", "./shop", "./package.json"]);
  for (const door of Object.values<Door | string>(exports)) {
    if (typeof door === "string") continue;
    assert.ok((await stat(join(sdk, door.import.default))).isFile());
    for (const { default: file, types } of [door.import, door.require]) {
      assert.equal(types, file.replace(/\.js$/, ".d.ts"));
    }
  }
});

test("each module of the SDK comes with a source map that holds its source", async () => {
  const dist = join(folder, "node_modules/@meetbot/sdk/dist");
  for (const name of ["index.js", "create-webhook.js", "shop/time.js"]) {
    const map = JSON.parse(await readFile(join(dist, `${name}.map`), "utf8"));
    assert.match(map.sourcesContent[0], /^export|^import/m, name);
    assert.match(await readFile(join(dist, name), "utf8"), /\/\/# sourceMappingURL=/, name);
  }
});

test("both packages carry the license of the project", async () => {
  const read = (path: string) => readFile(join(workspace, path), "utf8");
  for (const name of ["protocol", "sdk"]) {
    assert.equal(await read(`packages/${name}/LICENSE`), await read("LICENSE"));
  }
});

const bundles: [names: string, maxBytes: number][] = [
  ["createWebhook, refuse", 7_450],
  ["createWebhook, refuse, toNodeHandler", 7_750],
];
for (const [names, maxBytes] of bundles) {
  test(`a bundle of ${names} is at most ${maxBytes} bytes gz, without the diagnosis`, async (t) => {
    const contents = `export { ${names} } from "@meetbot/sdk";`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      // loaded by themselves: in development, and where the shop listens
      external: ["*/explain-refusal.js", "*/hear-push-status.js"],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "node",
    });
    const [bundle] = outputFiles;
    assert.ok(bundle);
    const sizeBytes = gzipSync(bundle.contents, { level: 9 }).length;
    t.diagnostic(`${sizeBytes} bytes`);
    assert.ok(sizeBytes <= maxBytes, `${sizeBytes} bytes`);
    assert.match(bundle.text, /import\("[^"]*explain-refusal\.js"\)/);
  });
}

test("all helpers of shops are at most 2300 bytes gz", async (t) => {
  const contents = `export * from "@meetbot/sdk/shop";`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const sizeBytes = gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
  t.diagnostic(`${sizeBytes} bytes`);
  assert.ok(sizeBytes <= 2_300, `${sizeBytes} bytes`);
});

/** Lays a package out as npm would install it, from what its build emits. */
async function install(name: string): Promise<void> {
  const source = join(workspace, "packages", name);
  const target = join(folder, "node_modules/@meetbot", name);
  await mkdir(target, { recursive: true });
  await copyFile(join(source, "package.json"), join(target, "package.json"));
  // Types are checked elsewhere; here the SDK would need the protocol built before it.
  const options = ["--noCheck", "--declaration", "false", "--outDir", join(target, "dist")];
  const compiler = join(workspace, "node_modules/.bin/tsc");
  await run(compiler, ["-p", join(source, "tsconfig.build.json"), ...options]);
}

const program = `
  import { createWebhook, refuse } from "@meetbot/sdk";
  import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
  const signingSecret = ${JSON.stringify(newSecret())};
  const webhook = createWebhook({
    signingSecret,
    orders: () => refuse.userNotFound(),
    packages: () => refuse.orderNotFound(),
  });
  const question = signTestRequest(testQuestions.test, { signingSecret });
  const answer = await webhook(new Request("http://localhost/", question));
  console.log(await answer.text());
`;
