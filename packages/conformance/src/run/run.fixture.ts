import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Finding } from "../inspection/finding.ts";
import type { TestedWebhook } from "../inspection/inspection.ts";
import { type RunOptions, runConformance } from "./run-conformance.ts";
import { secret } from "./shop.fixture.ts";

export function guardFor(allow: string[]) {
  const list = parseAllowList(allow);
  return createEndpointGuard({ allow: () => list, ownPort: 0 });
}

const guard = guardFor(["127.0.0.1"]);
const agent = createMerchantAgent(guard);

/** All findings on a webhook of this machine. */
export async function run(
  url: string,
  known: Partial<TestedWebhook> = {},
  options: Partial<RunOptions> = {},
): Promise<Finding[]> {
  const webhook = { url, secret, pageId: "231231232134111", ...known };
  return Array.fromAsync(runConformance(webhook, { agent, guard, ...options }));
}

export const named = (findings: Finding[], ...statuses: Finding["status"][]) =>
  findings.filter(({ status }) => statuses.includes(status)).map(({ rule }) => rule);

/** What is broken, with what was seen: easy to read where a test fails. */
export const told = (findings: Finding[]) =>
  findings
    .filter(({ status }) => status === "fail" || status === "warn")
    .map(({ rule, status, detail }) => `${rule} ${status}: ${detail?.en}`);
