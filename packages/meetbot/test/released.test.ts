import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { type Archive, packAll, relabel } from "../../../scripts/release/archives.ts";
import { checkArchives } from "../../../scripts/release/check-archives.ts";
import { type LocalRegistry, startRegistry } from "../../../scripts/release/local-registry.ts";
import { follower, openGuest } from "./fixtures/guest.ts";
import { type EmptyFolder, emptyFolder } from "./released/empty-folder.ts";
import { runInContainers } from "./released/in-containers.ts";
import { withPodman } from "./released/podman.ts";
import { leftOut, tools } from "./released/tools.ts";

// What is published, as those have it who find it in a registry: packed, published to one on this machine, installed
// from it into empty folders with an empty cache, and brought up to date.

const question = "where is my order? my email is yilia@meetbot.biz";
const maxMiB = 250;

const folder = mkdtempSync(join(tmpdir(), "meetbot-released-"));
after(() => rmSync(folder, { recursive: true }));

let packing: Promise<Archive[]> | undefined;
/** By `npm run release`, which has packed what it will tell to publish; else packed once, and `meetbot` last. */
function packed(): Promise<Archive[]> {
  packing ??= process.env.RELEASE ? JSON.parse(process.env.RELEASE) : packAll(folder);
  return packing!;
}

describe("what is released", { skip: tools === null && leftOut }, () => {
  let archives: Archive[];
  let registry: LocalRegistry;
  let next: string;

  before(async () => {
    registry = await startRegistry({ folder, tools: tools!.bin });
    archives = await packed();
    const meetbot = archives.at(-1)!;
    next = `${meetbot.version.split(".")[0]}.${Number(meetbot.version.split(".")[1]) + 1}.0`;
    const all = [...archives, await relabel(meetbot, next)];
    // Publishes the newest last, as the default for installs without a version.
    await Promise.all(all.slice(0, -1).map(registry.publish));
    await registry.publish(all.at(-1)!);
  });
  after(() => registry?.stop());

  it("is found by an import and by a require, with its types", async () => {
    assert.deepEqual(await checkArchives(archives, tools!.bin), []);
  });

  it("answers a customer by `npx meetbot demo`, and goes on after an upgrade and on each Node", async (t) => {
    const shop = emptyFolder(t, { env: registry.env });
    const version = archives.at(-1)!.version;
    const first = await shop.start("npx", [`meetbot@${version}`, "demo", "--json", "--port", "0"]);
    const guest = await openGuest(first.line.url!, first.line.bot_id!);
    const [heading] = await guest.say(question, 2);
    assert.match(heading?.text ?? "", /3 or more/);
    guest.leave();
    await first.stop();
    const sizeMiB = await mebibytesOf(join(folder, "cache/_npx"));
    t.diagnostic(`installed: ${sizeMiB} MiB`);
    assert.ok(sizeMiB <= maxMiB, `${sizeMiB} MiB`);

    await shop.run("npm", ["install", `meetbot@${next}`]);
    const program = join(shop.folder, "node_modules/meetbot/bin/meetbot.js");
    for (const node of ["node", tools!.oldestNode, process.execPath]) {
      assert.equal(await shop.run(node, [program, "--version"]), `${next}\n`);
      const started = await shop.start(node, [program, "demo", "--json", "--port", "0"]);
      const base = `${started.line.url}/chat/${started.line.bot_id}`;
      const back = await follower({ ...guest.seat, base }, guest.heard.length - 2);
      assert.ok((await back.say("is it sent?", 1))[0], node);
      back.leave();
      await started.stop();
    }
  });

  it("serves the console, the chat and a ready database by `npx meetbot serve`", async (t) => {
    const server = emptyFolder(t, { env: registry.env });
    const { line, stop } = await server.start("npx", ["meetbot", "serve", "--port", "0"]);
    for (const path of ["/readyz", "/console/", "/widget/loader.js"]) {
      assert.equal((await fetch(new URL(path, line.url))).status, 200, path);
    }
    await stop();
  });

  it("tests a webhook by `npx @meetbot/conformance`, and installs nothing else for that", async (t) => {
    const merchant = emptyFolder(t, {
      env: { ...registry.env, MEETBOT_OUTBOUND_ALLOW: "127.0.0.1" },
    });
    const test = (url: string) =>
      merchant.run("npx", ["@meetbot/conformance", url, "--secret", secret, "--only", "test"]);
    // It ends with 0 where all rules are kept that must be, and with 1 where one is not.
    await test(await startShop(t, {}));
    await assert.rejects(async () => test(await startShop(t, sabotages["test.token"])));
    await merchant.run("npm", ["install", "@meetbot/conformance"]);
    assert.deepEqual(await installed(merchant), ["@meetbot/conformance"]);
  });

  it("is imported and required on the system's Node", async (t) => {
    const merchant = emptyFolder(t, { env: registry.env });
    const names = ["@meetbot/sdk", "@meetbot/protocol", "@meetbot/presentation", "@meetbot/embed"];
    await merchant.run("npm", ["install", ...names]);
    const count = "(...all) => all.map((one) => Object.keys(one).length > 1)";
    const imported = names.map((name) => `await import("${name}")`).join();
    const required = names.map((name) => `require("${name}")`).join();
    writeFileSync(join(merchant.folder, "a.mjs"), `console.log((${count})(${imported}).join());`);
    writeFileSync(join(merchant.folder, "b.cjs"), `console.log((${count})(${required}).join());`);
    for (const file of ["a.mjs", "b.cjs"]) {
      assert.equal(await merchant.run("node", [file]), "true,true,true,true\n");
    }
    assert.deepEqual(await installed(merchant), [...names].sort());
  });
});

describe("what is released, in a container", withPodman, () => runInContainers(packed));

/** The names of all that npm has installed there. */
async function installed({ folder }: EmptyFolder): Promise<string[]> {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const paths = Object.keys(packages).filter((path) => path !== "");
  return paths.map((path) => path.replace("node_modules/", "")).sort();
}

async function mebibytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).blocks * 512),
  );
  return Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20);
}
