// Runs after `npm ci`. In a checkout it turns on the commit hook; in an archive there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync(new URL("../.git", import.meta.url)) && !process.env.CI) {
  spawnSync("git", ["config", "core.hooksPath", ".githooks"], { stdio: "ignore" });
}
