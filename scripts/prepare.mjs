// Runs after `npm ci`. In a checkout it turns on the commit hook; in an archive there is none. Then it
// builds what browsers load, and what `meetbot` runs: who starts it later may not be allowed to write here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildMessengerThread } from "../examples/messenger-thread/build.mjs";
import { buildConsole } from "../packages/console/build.mjs";
import { buildDocs } from "../packages/docs/build.mjs";
import { buildWidget } from "../packages/widget/build.mjs";
import { checkoutBuild } from "./build/checkout-build.mjs";

if (existsSync(new URL("../.git", import.meta.url)) && !process.env.CI) {
  spawnSync("git", ["config", "core.hooksPath", ".githooks"], { stdio: "ignore" });
}
// An installation is not to fail for a link that leads nowhere; the tests do.
const docs = buildDocs().catch((error) => console.error(error.message));
await Promise.all([buildWidget(), buildConsole(), docs, buildMessengerThread()]);
checkoutBuild();
