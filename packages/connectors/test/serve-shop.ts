import { createServer } from "node:http";
import type { TestContext } from "node:test";
import { newSecret, toNodeHandler } from "@meetbot/sdk";
import { run } from "../../conformance/src/run/run.fixture.ts";
import { type ConnectedShop, createConnectorWebhook } from "../src/index.ts";

/** Tests a connected shop rule by rule, as its own process would serve it. */
export async function testShop(
  t: TestContext,
  shop: ConnectedShop,
  known: { account: string; otherAccount?: string; orderNumber: string },
) {
  const secret = newSecret();
  const webhook = createConnectorWebhook(shop, { signingSecret: secret });
  const server = createServer(toNodeHandler(webhook));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const findings = await run(`http://127.0.0.1:${port}/`, { secret, ...known });
  t.diagnostic(`${findings.filter(({ status }) => status === "pass").length} rules kept`);
  // How fast it is says something of the machine.
  return findings.filter(({ rule }) => rule !== "limits.fast");
}
