import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Only the benchmark has these; the workspace neither installs nor locks them. */
export const peers = {
  "@octokit/webhooks-methods": "6.0.0",
  standardwebhooks: "1.1.1",
  stripe: "23.1.0",
  svix: "2.5.0",
} as const;

const folder = fileURLToPath(
  new URL("../../node_modules/.cache/meetbot-bench-verify", import.meta.url),
);

/** Loads them from where they lie: each resolves as in a shop that installed it. */
const door = `export { verify } from "@octokit/webhooks-methods";
export { Webhook as StandardWebhook } from "standardwebhooks";
export { default as Stripe } from "stripe";
export { Webhook as Svix } from "svix";
`;

/** Installs the peers, once for each set of versions; returns the module that exports them. */
export function install(): string {
  const manifest = join(folder, "package.json");
  const done = join(folder, "installed.json");
  const wanted = JSON.stringify({ private: true, dependencies: peers }, null, 2);
  if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
    console.error("Installing the peers …");
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, wanted);
    writeFileSync(join(folder, "peers.mjs"), door);
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", "--prefix", folder, ...quiet], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    writeFileSync(done, wanted);
  }
  return join(folder, "peers.mjs");
}
