import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { type Archive, packAll, relabel } from "../../../scripts/release/archives.ts";
import { checkArchives } from "../../../scripts/release/check-archives.ts";
import { type LocalRegistry, startRegistry } from "../../../scripts/release/local-registry.ts";
import { openDatabaseAddress } from "./fixtures/database-address.ts";
import { createDatabaseEnv } from "./fixtures/database-env.ts";
import { follower, openGuest } from "./fixtures/guest.ts";
import { createBot } from "./fixtures/installation.ts";
import type { Machine, Scope } from "./fixtures/machine.ts";
import { lookUpsOf, startOwnShop } from "./fixtures/own-shop.ts";
import { createShopper } from "./fixtures/shopper.ts";
import { type EmptyFolder, emptyFolder } from "./released/empty-folder.ts";
import {
  type Contained,
  createPodman,
  makeDebian,
  startContained,
  withPodman,
} from "./released/podman.ts";
import { asContainer, readService } from "./released/service.ts";
import { leftOut, tools } from "./released/tools.ts";

// What is published, as those have it who find it in a registry: packed, published to one on this machine, installed
// from it into empty folders with an empty cache, and brought up to date.

const question = "where is my order? my email is yilia@meetbot.biz";
const mostMiB = 250;

const inDeploy = (path: string) =>
  fileURLToPath(new URL(`../../../deploy/${path}`, import.meta.url));
const buildScript = inDeploy("image/build.sh");
const serviceFile = inDeploy("systemd/meetbot.service");

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
    // The newest last, for whoever asks for no version.
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
    assert.ok(sizeMiB <= mostMiB, `${sizeMiB} MiB`);

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

describe("what is released, in a container", withPodman, () => {
  const podman = createPodman({ after });
  const image = "localhost/meetbot";

  before(async () => {
    const [base, archives] = await Promise.all([makeDebian(podman), packed()]);
    await podman.runProgram(buildScript, [archives.at(-1)!.path, image], { BASE: base });
  });

  it("answers by its own database as nobody special, and writes nowhere but into its volume", async (t) => {
    const server = await startContained(
      podman,
      [...locked, "--volume=data:/var/lib/meetbot"],
      [image],
    );
    const [{ Size, Labels }] = JSON.parse(await podman.run("image", "inspect", image));
    t.diagnostic(`image: ${Math.round(Size / 2 ** 20)} MiB, ready in ${server.startedInMs} ms`);
    assert.equal(Labels["org.opencontainers.image.version"], (await packed()).at(-1)!.version);
    assert.equal(await server.exec("id", "-u"), "10001\n");
    await assert.rejects(server.exec("touch", "/opt/meetbot/written"), /Read-only file system/);
    // PostgreSQL's programs are whole there: no copy of them was made beside the data.
    assert.equal(await server.exec("ls", "/var/lib/meetbot"), "master.key\npostgres\n");
    await assertAnswers(t, server);
    assert.equal(await server.stop(), 0);
  });

  it("ends at once where it is stopped before it is ready", async () => {
    const server = await startContained(podman, locked, [image], "/healthz");
    // With a first process that does not handle it, the kernel drops the signal, and this would wait without an end.
    assert.ok([0, 143].includes(await server.stop()));
  });

  it("answers by a database elsewhere, with no volume, and is found healthy", async (t) => {
    const { MEETBOT_DATABASE_URL, MEETBOT_MASTER_KEY } = await createDatabaseEnv(t);
    const { url } = await openDatabaseAddress(t, MEETBOT_DATABASE_URL);
    const env = Object.entries({ MEETBOT_DATABASE_URL: url, MEETBOT_MASTER_KEY });
    const options = env.map(([name, value]) => `--env=${name}=${value}`);
    const server = await startContained(podman, [...locked, ...options], [image]);
    const [{ Config }] = JSON.parse(await podman.run("image", "inspect", image));
    assert.deepEqual(Config.Healthcheck.Test, ["CMD", "meetbot", "healthcheck"]);
    await server.exec("meetbot", "healthcheck", "--ready");
    await assertAnswers(t, server);
    assert.equal(await server.stop(), 0);
  });

  it("runs as its unit for systemd says, and stops by the signal that it names", async (t) => {
    const service = readService(serviceFile);
    const settings = join(folder, "meetbot.env");
    writeFileSync(settings, `MEETBOT_MASTER_KEY=${randomBytes(32).toString("base64")}\n`);
    const options = asContainer(service, { settings, folder });
    const server = await startContained(podman, options, [
      image,
      ...service.ExecStart!.split(" ").slice(1),
    ]);
    assert.equal(await server.exec("id", "-un"), `${service.User}\n`);
    await assert.rejects(server.exec("touch", "/opt/meetbot/written"), /Read-only file system/);
    await assertAnswers(t, server);
    assert.equal(await server.stop(service.KillSignal), 0);
  });
});

/** As an operator of many would run it. */
const locked = [
  "--read-only",
  "--tmpfs=/tmp",
  "--cap-drop=all",
  "--security-opt=no-new-privileges",
];

/** Makes a bot in it for a shop on this machine, and has a customer see their orders. */
async function assertAnswers(scope: Scope, server: Contained): Promise<void> {
  const shopper = createShopper("contained");
  const shop = await startOwnShop(scope, lookUpsOf([shopper]));
  const run: Machine["run"] = async (args) => ({
    code: 0,
    stdout: await server.exec("meetbot", ...args),
    stderr: "",
  });
  const bot = await createBot({ run }, {}, shop);
  const guest = await openGuest(server.url, bot.botId);
  const [said] = await guest.say(`where is ${shopper.orders[0]!.order_number}?`, 2);
  guest.leave();
  assert.match(JSON.stringify(said), /sent|shipped|way/i);
}

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
