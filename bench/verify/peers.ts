import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { installApart } from "../../scripts/install-apart.ts";

/** What a shop could use in the place of the SDK. */
export const peers = {
  "@octokit/webhooks-methods": "6.0.0",
  standardwebhooks: "1.1.1",
  stripe: "23.1.0",
  svix: "2.5.0",
} as const;

/** Loads them from where they lie: each resolves as in a shop that installed it. */
const door = `export { verify } from "@octokit/webhooks-methods";
export { Webhook as StandardWebhook } from "standardwebhooks";
export { default as Stripe } from "stripe";
export { Webhook as Svix } from "svix";
`;

/** Installs the peers; returns the module that exports them. */
export function installPeers(): string {
  const module = join(installApart("bench-verify", peers), "peers.mjs");
  writeFileSync(module, door);
  return module;
}
