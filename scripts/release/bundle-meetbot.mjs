// Builds the published `meetbot`: the server, what browsers load from it, what recognition has learned, and
// the demo's shop. What is left outside is installed by npm: it is made for one machine, or under the LGPL.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildMessengerThread } from "../../examples/messenger-thread/build.mjs";
import { buildConsole } from "../../packages/console/build.mjs";
import { buildWidget } from "../../packages/widget/build.mjs";
import { bundle } from "./bundle.mjs";
import { workspace } from "./production-parts.mjs";
import { putPublishedManifest, restoreManifest } from "./publish-manifest.mjs";

/** Installed beside it, with what those name themselves. */
export const installedBeside = ["sharp", "libheif-js"];

const source = "packages/meetbot/src";
const folder = join(workspace, "packages/meetbot");

export async function bundleMeetbot() {
  await Promise.all([buildWidget(), buildConsole(), buildMessengerThread()]);
  await bundle({
    folder: join(folder, "dist"),
    programs: {
      main: `${source}/cli/main.ts`,
      "derive-keys": `${source}/server/sign-in/derive-keys.ts`,
      "re-encode": `${source}/pictures/re-encode.ts`,
      "demo-store": "examples/demo-store/src/main.ts",
    },
    external: [...installedBeside, "pg-native"],
    target: "node22.19",
    carried: {
      "packages/meetbot/package.json": { to: "../package.json" },
      "packages/network/package.json": { to: "../package.json" },
      "packages/conformance/package.json": { to: "../package.json" },
      "examples/demo-store/src/main.ts": { to: "demo-store.js" },
      [`${source}/recognition/model`]: { to: "recognition", copy: /\.(bin|json)$/ },
      "packages/console/dist": { to: "console", copy: /./ },
      "packages/widget/dist": { to: "widget", copy: /./ },
      "examples/messenger-thread/dist": { to: "messenger-thread", copy: /./ },
    },
  });
}

/** The libraries beside it, PostgreSQL and a Node, as the workspace pins them. */
function manifest() {
  const read = (path) => JSON.parse(readFileSync(join(workspace, path, "package.json"), "utf8"));
  const { dependencies } = read("packages/meetbot");
  return {
    scripts: { postinstall: "node bin/drop-headers.js" },
    dependencies: Object.fromEntries(installedBeside.map((name) => [name, dependencies[name]])),
    optionalDependencies: {
      ...read("packages/embedded-postgres").optionalDependencies,
      ...read("").optionalDependencies,
    },
  };
}

restoreManifest(folder);
if (!process.argv.includes("--restore")) {
  await bundleMeetbot();
  execFileSync(process.execPath, ["../../scripts/release/describe-package.mjs"], { cwd: folder });
  putPublishedManifest(folder, manifest());
}
