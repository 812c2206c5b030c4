import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Archive } from "../../../../scripts/release/archives.ts";
import { openDatabaseAddress } from "../fixtures/database-address.ts";
import { createDatabaseEnv } from "../fixtures/database-env.ts";
import { openGuest } from "../fixtures/guest.ts";
import { createBot } from "../fixtures/installation.ts";
import type { CgroupScope, Machine } from "../fixtures/machine.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { createShopper } from "../fixtures/shopper.ts";
import { type Contained, createPodman, makeDebian, startContained } from "./podman.ts";
import { asContainer, readService } from "./service.ts";

const inDeploy = (path: string) =>
  fileURLToPath(new URL(`../../../../deploy/${path}`, import.meta.url));
const buildScript = inDeploy("image/build.sh");
const serviceFile = inDeploy("systemd/meetbot.service");

/** Tests of the image and of the unit for systemd, made of what was packed last. */
export function runInContainers(packed: () => Promise<Archive[]>): void {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-contained-"));
  after(() => rmSync(folder, { recursive: true }));
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
    const [{ Healthcheck }] = JSON.parse(await podman.run("image", "inspect", image));
    assert.deepEqual(Healthcheck.Test, ["CMD", "meetbot", "healthcheck"]);
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
}

/** As an operator of many would run it. */
const locked = [
  "--read-only",
  "--tmpfs=/tmp",
  "--cap-drop=all",
  "--security-opt=no-new-privileges",
];

/** Makes a bot in it for a shop on this machine, and has a customer see their orders. */
async function assertAnswers(scope: CgroupScope, server: Contained): Promise<void> {
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
