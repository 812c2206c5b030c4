import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseAllDocuments } from "yaml";
import { findApart, installApart } from "../../../scripts/install-apart.ts";
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
const schemas = { "kubernetes-models": "5.1.0" };
/** Where Kubernetes' schemas are. In CI they are installed here. */
const kubernetes = process.env.CI
  ? installApart("kubernetes", schemas)
  : findApart("kubernetes", schemas);
const noKubernetes =
  "Kubernetes' schemas are not installed: CI=true npm test -- packages/meetbot/test/deploy-files.test.ts does that (3 MB)";
const settings = { MEETBOT_MASTER_KEY: Buffer.alloc(32).toString("base64") };
const programs = { "docker-compose": "docker-compose", caddy: "caddy", systemd: "systemd-analyze" };
/** Docker kills what stops later, and Kubernetes too; Meetbot itself ends after 15 s. */
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

describe("the manifests for Kubernetes", () => {
  const texts = ["meetbot", "secret", "ingress"].map((name) => read(`kubernetes/${name}.yaml`));
  const manifests: Manifest[] = texts
    .flatMap((text) => parseAllDocuments(text))
    .map((one) => one.toJS());
  const deployment = manifests.find(({ kind }) => kind === "Deployment")! as Deployment;
  const pod = deployment.spec.template.spec;
  const container = pod.containers[0]!;

  const skip = kubernetes === null && noKubernetes;
  it("are what its schemas describe, with no field that they do not know", { skip }, async (t) => {
    const modules = pathToFileURL(join(kubernetes!, "node_modules/"));
    assert.deepEqual(
      manifests.map(({ kind }) => kind),
      ["Deployment", "PodDisruptionBudget", "Service", "Secret", "Ingress"],
    );
    for (const manifest of manifests) {
      const { [manifest.kind]: Model } = await import(`${modules}${modelOf(manifest)}.js`);
      new Model(manifest).validate();
    }
    assert.equal(unknownFields(t, manifests), "");
    const wrong = structuredClone(deployment);
    Object.assign(wrong.spec.template.spec, { enableServiceLink: false });
    assert.match(unknownFields(t, [wrong]), /enableServiceLink/);
  });

  it("give Meetbot variables that it knows, and none that Kubernetes makes of the service", () => {
    const secret = manifests.find(({ kind }) => kind === "Secret")! as Manifest & {
      stringData: object;
    };
    const own = container.env.map(({ name, value }) => [name, value]);
    readConfig({ ...secret.stringData, ...settings, ...Object.fromEntries(own) });
    assert.equal(pod.enableServiceLinks, false);
  });

  it("wait for a node that stops", () => {
    const waits = pod.terminationGracePeriodSeconds - container.lifecycle.preStop.sleep.seconds;
    assert.ok(waits > stopsWithinS);
  });
});

it("the unit for systemd says nothing that systemd does not know", lacks("systemd"), (t) => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-unit-"));
  t.after(() => rmSync(folder, { recursive: true }));
  // It asks whether the program is there.
  const unit = read("systemd/meetbot.service").replace(
    /^(ExecStart=)\S+/m,
    `$1${process.execPath}`,
  );
  const verify = (text: string) => {
    const file = join(folder, "meetbot.service");
    writeFileSync(file, text);
    const options = ["verify", "--man=no", "--recursive-errors=no", file];
    return spawnSync("systemd-analyze", options, { encoding: "utf8" });
  };
  assert.partialDeepStrictEqual(verify(unit), { status: 0, stderr: "" });
  assert.match(verify(unit.replace("ProtectSystem", "ProtectSistem")).stderr, /ProtectSistem/);
  assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1]) > stopsWithinS);
});

/** Left out where Debian's package is not installed; `.ci/run` installs it. */
function lacks(name: keyof typeof programs) {
  const isThere = process.env.CI || !spawnSync(programs[name], ["--help"]).error;
  return { skip: !isThere && `${name} is not here: apt install ${name}` };
}

interface Manifest {
  apiVersion: string;
  kind: string;
}

interface Deployment extends Manifest {
  spec: {
    template: {
      spec: {
        enableServiceLinks: boolean;
        terminationGracePeriodSeconds: number;
        containers: {
          env: { name: string; value: string }[];
          lifecycle: { preStop: { sleep: { seconds: number } } };
        }[];
      };
    };
  };
}

/** A schema of Kubernetes, and the type that stands beside it. */
const modelOf = ({ apiVersion, kind }: Manifest) => `kubernetes-models/${apiVersion}/${kind}`;

/** What the types of Kubernetes do not have: its schemas let through whatever they do not name. */
function unknownFields(scope: TestContext, manifests: Manifest[]): string {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-manifests-"));
  scope.after(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(kubernetes!, "node_modules"), join(folder, "node_modules"));
  const typed = manifests.map((manifest, index) => {
    const type = `import("${modelOf(manifest)}").I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  writeFileSync(join(folder, "manifests.mts"), typed.join("\n"));
  const tsc = join(workspace, "node_modules/.bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext"];
  const { stdout } = spawnSync(tsc, [...options, "manifests.mts"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout;
}
