import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readConfig } from "../src/config.ts";
import { startCaddy } from "./fixtures/caddy.ts";
import { createDatabaseEnv } from "./fixtures/database-env.ts";
import { openGuest } from "./fixtures/guest.ts";
import { createBot } from "./fixtures/installation.ts";
import { createMachine } from "./fixtures/machine.ts";
import { lookUpsOf, startOwnShop } from "./fixtures/own-shop.ts";
import { createShopper } from "./fixtures/shopper.ts";

// The files by which operators run Meetbot are what their readers take. `released.test.ts` runs the image and the unit.

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string) => readFileSync(join(workspace, "deploy", path), "utf8");
const settings = { MEETBOT_MASTER_KEY: Buffer.alloc(32).toString("base64") };
const programs = { "docker-compose": "docker-compose", caddy: "caddy", systemd: "systemd-analyze" };
/** Docker and systemd kill what stops later; Meetbot itself ends after 15 s. */
const stopsWithinS = 15;

describe("compose.yaml", lacks("docker-compose"), () => {
  const asked = {
    POSTGRES_PASSWORD: "password",
    MEETBOT_HOSTNAME: "chat.example.com",
    ...settings,
  };
  const compose = (env: Record<string, string>) => {
    const file = join(workspace, "deploy/compose/compose.yaml");
    const PATH = process.env.PATH;
    // A folder without an `.env`.
    const options = ["--project-directory", tmpdir(), "--file", file, "config", "--format=json"];
    return spawnSync("docker-compose", options, { env: { PATH, ...env }, encoding: "utf8" });
  };

  it("is what Compose takes, and asks for three values", () => {
    const { status, stderr } = compose(asked);
    assert.equal(status, 0, stderr);
    for (const name of Object.keys(asked)) {
      const { status, stderr } = compose({ ...asked, [name]: "" });
      assert.notEqual(status, 0);
      assert.match(stderr, new RegExp(name));
    }
  });

  it("gives Meetbot variables that it knows, and lets nobody but Caddy reach it", () => {
    const { services, networks } = JSON.parse(compose(asked).stdout);
    const { meetbot, caddy, postgres } = services;
    const { trustedProxies, publicUrl } = readConfig(meetbot.environment);
    assert.equal(publicUrl, "https://chat.example.com");
    assert.deepEqual(
      [meetbot, postgres, caddy].map(({ ports }) => ports?.length),
      [undefined, undefined, 3],
    );
    const shared = Object.keys(meetbot.networks).filter((name) => name in caddy.networks);
    assert.deepEqual(shared, ["front"]);
    assert.deepEqual(Object.keys(postgres.networks), ["back"]);
    assert.deepEqual([networks.front.ipam.config[0].subnet], trustedProxies);
    assert.ok(networks.front.internal && networks.back.internal);
    assert.ok(Number.parseInt(meetbot.stop_grace_period, 10) > stopsWithinS);
  });

  it("has the database server make Meetbot's own role, and knows its superuser by no name", () => {
    const { meetbot, postgres } = JSON.parse(compose(asked).stdout).services;
    const { username, pathname } = new URL(meetbot.environment.MEETBOT_DATABASE_URL);
    assert.deepEqual([username, pathname], ["meetbot", "/meetbot"]);
    assert.deepEqual(Object.keys(postgres.environment), ["POSTGRES_PASSWORD_FILE"]);
    const made = postgres.volumes.filter(({ target }: { target: string }) =>
      target.startsWith("/docker-entrypoint-initdb.d/"),
    );
    assert.deepEqual(
      made.map(({ source }: { source: string }) => basename(source)),
      ["database.sql"],
    );
  });

  it("makes a backup where that is asked for, with the database in reach and nothing else", () => {
    const asUsual = JSON.parse(compose(asked).stdout).services;
    assert.equal(asUsual.backup, undefined);
    const all = JSON.parse(compose({ ...asked, COMPOSE_PROFILES: "backup" }).stdout);
    const { command, environment, networks, volumes, image } = all.services.backup;
    assert.deepEqual(command, ["backup", "/backups", "--copies", "7"]);
    assert.equal(image, asUsual.meetbot.image);
    readConfig(environment);
    assert.deepEqual(Object.keys(networks), ["back"]);
    assert.deepEqual(
      volumes.map(({ target }: { target: string }) => target),
      ["/backups"],
    );
  });

  it("names a version of each image, and Meetbot's own", () => {
    const { version } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8"));
    const services = JSON.parse(compose(asked).stdout).services;
    assert.equal(services.meetbot.image, `meetbot:${version}`);
    for (const { image } of Object.values<{ image: string }>(services)) {
      assert.match(image, /:\d+\.\d+[\w.-]*$/);
    }
  });
});

it(
  "the Caddyfile leads customers to Meetbot, and nobody to what has no lock",
  lacks("caddy"),
  async (t) => {
    const env = await createDatabaseEnv(t);
    const machine = createMachine(t, env);
    const shopper = createShopper("compose");
    const shop = await startOwnShop(t, lookUpsOf([shopper]));
    const server = await machine.start(["serve", "--port", "0"], {
      MEETBOT_TRUSTED_PROXIES: "127.0.0.1",
    });
    const url = await startCaddy(t, join(workspace, "deploy/compose/Caddyfile"), server.url);
    const guest = await openGuest(url, (await createBot(machine, {}, shop)).botId);
    await guest.say(`where is ${shopper.orders[0]!.order_number}?`, 2);
    guest.leave();
    const statusOf = async (path: string) => (await fetch(`${url}${path}`)).status;
    for (const path of ["/metrics", "/healthz", "/readyz", "/"]) {
      assert.equal(await statusOf(path), 404, path);
    }
    for (const path of ["/console/", "/widget/loader.js", "/api/openapi.json"]) {
      assert.equal(await statusOf(path), 200, path);
    }
    assert.notEqual(await statusOf("/docs"), 404, "where it is not built, the server says so");
    const named = { traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01` };
    const { headers } = await fetch(`${url}/docs`, { headers: named });
    assert.match(headers.get("x-request-id") ?? "", /^(?!a{32})[0-9a-f]{32}$/);
  },
);

describe("the units for systemd", () => {
  const service = read("systemd/meetbot.service");
  const backup = read("systemd/meetbot-backup.service");
  const timer = read("systemd/meetbot-backup.timer");

  it("say nothing that systemd does not know", lacks("systemd"), (t) => {
    const folder = mkdtempSync(join(tmpdir(), "meetbot-unit-"));
    t.after(() => rmSync(folder, { recursive: true }));
    // It asks whether the program is there.
    const write = (name: string, text: string) => {
      const file = join(folder, name);
      writeFileSync(file, text.replace(/^(ExecStart=)\S+/m, `$1${process.execPath}`));
      return file;
    };
    const verify = (text: string) => {
      const files = [
        write("meetbot.service", text),
        write("meetbot-backup.service", backup),
        write("meetbot-backup.timer", timer),
      ];
      const options = ["verify", "--man=no", "--recursive-errors=no", ...files];
      return spawnSync("systemd-analyze", options, { encoding: "utf8" });
    };
    assert.partialDeepStrictEqual(verify(service), { status: 0, stderr: "" });
    assert.match(verify(service.replace("ProtectSystem", "ProtectSistem")).stderr, /ProtectSistem/);
  });

  it("wait for a node that stops", () => {
    assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(service)![1]) > stopsWithinS);
  });

  it("make backups every night, beside the node and as locked in, and leave its memory alone", () => {
    const locks = (unit: string) =>
      unit.match(/^(?:Protect|Private|Restrict|NoNew|Lock|Capability|SystemCall|User|Group)\S+$/gm);
    assert.deepEqual(locks(backup), locks(service));
    // PostgreSQL runs as the same user, and the end of a backup would take its shared memory.
    assert.doesNotMatch(backup, /^RemoveIPC=/m);
    assert.match(backup, /^ExecStart=\S+ backup \/var\/lib\/meetbot-backups --copies 7$/m);
    assert.match(backup, /^StateDirectory=meetbot meetbot-backups$/m);
    assert.match(timer, /^OnCalendar=\*-\*-\* /m);
  });
});

/** Left out where Debian's package is not installed; `.ci/run` installs it. */
function lacks(name: keyof typeof programs) {
  const isThere = process.env.CI || !spawnSync(programs[name], ["--help"]).error;
  return { skip: !isThere && `${name} is not here: apt install ${name}` };
}
