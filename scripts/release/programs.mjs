// What is published as one program, and what of it: the table that `prepack.mjs` follows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workspace } from "./production-parts.mjs";

const read = (path) => JSON.parse(readFileSync(join(workspace, path, "package.json"), "utf8"));

/** Where the version is read: at the one manifest that is published with the program. */
const versions = Object.fromEntries(
  ["meetbot", "network", "conformance"].map((name) => [
    `packages/${name}/package.json`,
    { to: "../package.json" },
  ]),
);

/** Installed beside the server: made for one machine, or under the LGPL, whose libraries others may replace. */
const besideServer = ["sharp", "libheif-js"];

export const programs = {
  meetbot: {
    folder: "packages/meetbot",
    /** What browsers load from it. */
    before: buildForBrowsers,
    entries: {
      main: "packages/meetbot/src/cli/main.ts",
      "derive-keys": "packages/meetbot/src/server/sign-in/derive-keys.ts",
      "re-encode": "packages/meetbot/src/features/pictures/files/re-encode.ts",
      "connector-worker": "packages/meetbot/src/features/connectors/host/connector-worker.ts",
      "demo-store": "examples/demo-store/src/main.ts",
      "vendure-shop": "examples/vendure-shop/src/main.ts",
    },
    target: "node22.19",
    external: [...besideServer, "pg-native"],
    carried: {
      ...versions,
      "examples/demo-store/src/main.ts": { to: "demo-store.js" },
      "examples/vendure-shop/src/main.ts": { to: "vendure-shop.js" },
      "examples/vendure-shop/vendure": { to: "vendure-shop", copy: /\.(cjs|json)$/ },
      "packages/meetbot/src/recognition/model": { to: "recognition", copy: /\.(bin|json)$/ },
      "packages/console/dist": { to: "console", copy: /./ },
      "packages/docs/dist": { to: "docs", copy: /./, compress: /\.html$/ },
      "packages/widget/dist": { to: "widget", copy: /./ },
      "examples/messenger-thread/dist": { to: "messenger-thread", copy: /./ },
    },
    /** PostgreSQL and a Node come along, as the workspace pins them. */
    manifest: ({ devDependencies, ...manifest }) => ({
      ...manifest,
      scripts: { postinstall: "node bin/drop-headers.js" },
      dependencies: pick(manifest.dependencies, besideServer),
      optionalDependencies: {
        ...read("packages/embedded-postgres").optionalDependencies,
        ...read("").optionalDependencies,
      },
    }),
  },
  "@meetbot/conformance": {
    folder: "packages/conformance",
    entries: { main: "packages/conformance/src/command/main.ts" },
    target: "node20.19",
    /** The whole of undici does not load on Node 20. */
    instead: { undici: fileURLToPath(new URL("undici-parts.mjs", import.meta.url)) },
    carried: versions,
    /** Nothing is installed beside it, and the doors of its rooms are the workspace's. */
    manifest: ({ dependencies, devDependencies, scripts, ...manifest }) => ({
      ...manifest,
      exports: { "./package.json": "./package.json" },
    }),
  },
};

function pick(versionsByName, names) {
  return Object.fromEntries(names.map((name) => [name, versionsByName[name]]));
}

/** The tools that build it are loaded only here: a checkout's `meetbot` reads this table too. */
async function buildForBrowsers() {
  const [{ buildWidget }, { buildConsole }, { buildDocs }, { buildMessengerThread }] =
    await Promise.all([
      import("../../packages/widget/build.mjs"),
      import("../../packages/console/build.mjs"),
      import("../../packages/docs/build.mjs"),
      import("../../examples/messenger-thread/build.mjs"),
    ]);
  await Promise.all([
    buildWidget(),
    buildConsole(),
    buildDocs({ required: true }),
    buildMessengerThread(),
  ]);
}
