import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { checkParsedBody, checkServer } from "./check-shop.ts";
import { runProgram } from "./run-program.ts";
import { findRuntimes, leftOut } from "./runtimes/runtimes.ts";
import { secret } from "./sign-question.ts";

const run = promisify(execFile);
const workspace = fileURLToPath(new URL("../../../", import.meta.url));
const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const fixtures = fileURLToPath(new URL("runtimes/", import.meta.url));

const runtimes = findRuntimes();
const env = { MEETBOT_SIGNING_SECRET: secret, NEXT_TELEMETRY_DISABLED: "1", PORT: "0" };

describe("the examples in the runtimes they are for", {
  skip: runtimes === null && leftOut,
}, () => {
  const { folder = "", bun = "", deno = "", workerd = "" } = runtimes ?? {};
  let outside: string;
  let project: string;
  const start = (command: string, args: string[], more = {}) =>
    runProgram(command, args, { cwd: project, env: { ...env, ...more } });

  before(async () => {
    // Not below the folder itself: Node runs no TypeScript below node_modules.
    outside = await mkdtemp(join(tmpdir(), "meetbot-runtimes-"));
    await symlink(join(folder, "node_modules"), join(outside, "node_modules"));
    project = join(outside, "shop");
    await mkdir(project);
    await writeFile(join(project, "package.json"), '{"private":true,"type":"module"}');
    await cp(examples, project, { recursive: true });
    await cp(fixtures, project, { recursive: true });
    await installSdk(project);
  });
  after(() => rm(outside, { recursive: true }));

  test("Deno serves deno.ts", async () => {
    const args = ["serve", "--host", "127.0.0.1", "--port", "0", "--allow-env", "deno.ts"];
    const cache = { DENO_DIR: join(project, "deno"), DENO_NO_UPDATE_CHECK: "1" };
    await using shop = await start(deno, args, cache);
    await checkServer(shop.origin);
  });

  test("Bun serves bun.ts", async () => {
    await using shop = await start(bun, ["run", "bun-main.mjs"]);
    await checkServer(shop.origin);
  });

  test("workerd serves cloudflare-workers.ts", async () => {
    await build({
      entryPoints: [join(project, "cloudflare-workers.ts")],
      outfile: join(project, "worker.js"),
      bundle: true,
      format: "esm",
      external: ["node:*"],
      conditions: ["workerd", "worker"],
    });
    await using shop = await start(workerd, ["serve", "--control-fd=3", "worker.capnp"]);
    await checkServer(shop.origin);
  });

  test("NestJS serves nest.ts", async () => {
    await using shop = await start(process.execPath, ["nest-main.mjs"]);
    await checkServer(`${shop.origin}/webhook`);
  });

  test("a controller of NestJS serves the webhook with rawBody, and says so at once without", async () => {
    {
      await using shop = await start(process.execPath, ["nest-main.mjs"], { RAW_BODY: "true" });
      await checkServer(`${shop.origin}/controller`);
    }
    await using shop = await start(process.execPath, ["nest-main.mjs"]);
    await checkParsedBody(`${shop.origin}/controller`);
  });

  test("Koa says at once that the webhook is mounted below a body parser", async () => {
    await using shop = await start(process.execPath, ["koa-below-parser.mjs"]);
    await checkParsedBody(shop.origin);
  });

  describe("Next.js", () => {
    let site: string;
    const next = join(folder, "node_modules/next/dist/bin/next");

    before(async () => {
      // Below the folder itself: Next.js follows no link out of its root.
      site = await mkdtemp(join(folder, "site-"));
      for (const file of [
        "node_modules",
        "package.json",
        "app",
        "pages",
        "webhook.ts",
        "next.config.mjs",
      ]) {
        await cp(join(project, file), join(site, file), { recursive: true });
      }
      await writeFile(join(site, "pages/api/parsed.ts"), 'export { default } from "./webhook.ts";');
      const compilerOptions = { allowImportingTsExtensions: true, strict: true };
      await writeFile(join(site, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      await run(process.execPath, [next, "build"], { cwd: site, env: { ...process.env, ...env } });
    });

    after(() => rm(site, { recursive: true }));

    test("builds and serves app/webhook/route.ts and pages/api/webhook.ts, typed", async () => {
      await using shop = await start(process.execPath, [next, "start", site, ...address]);
      await checkServer(`${shop.origin}/webhook`);
      await checkServer(`${shop.origin}/api/webhook`);
    });

    test("a route of Pages with its parser on says so at once", async () => {
      await using shop = await start(process.execPath, [next, "start", site, ...address]);
      await checkParsedBody(`${shop.origin}/api/parsed`);
    });
  });
});

const address = ["--hostname", "127.0.0.1", "--port", "0"];

/** Installs both packages as a merchant does: from what is published, without the workspace. */
async function installSdk(project: string): Promise<void> {
  const packed = await mkdtemp(join(tmpdir(), "meetbot-packed-"));
  const npm = (...args: string[]) => run("npm", [...args, "--loglevel=error"], { cwd: workspace });
  const { stdout } = await npm(
    "pack",
    "--workspace=@meetbot/protocol",
    "--workspace=@meetbot/sdk",
    `--pack-destination=${packed}`,
  );
  const files = stdout.match(/meetbot-\S+\.tgz/g) ?? [];
  const tarballs = files.map((file) => join(packed, file));
  await npm("install", "--prefix", project, "--offline", "--ignore-scripts", ...tarballs);
  await rm(packed, { recursive: true });
}
