import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { askMerchant } from "../ask.ts";
import { SIGNING_SECRET } from "../scripted-merchant.fixture.ts";
import { orderNumber } from "./valid-answer.fixture.ts";

// A process of its own: asks fifty hostile merchants at once and prints by how much its memory grew
// at most. The merchants are in the process that starts it; their ports are its arguments, first
// that of a merchant that answers well.

const fifty = 50;
const [goodPort = 0, ...ports] = process.argv.slice(2).map(Number);
const { gc } = globalThis;
if (!gc || ports.length === 0) throw new Error("Start me with --expose-gc and ports.");

const allow = parseAllowList(["127.0.0.1"]);
const resolve = async () => ["127.0.0.1"];
const agent = createMerchantAgent(createEndpointGuard({ allow: () => allow, ownPort: 0, resolve }));

let merchants = 0;
/** Every query goes to a shop of its own, as those of fifty bots do. */
async function ask(port: number): Promise<string> {
  const url = `http://shop-${merchants++}.example:${port}/webhook`;
  const endpoint = { url, pageId: "1", signingSecrets: [SIGNING_SECRET] };
  const { delivery } = await askMerchant({ method: "orders", orderNumber }, endpoint, { agent });
  return delivery.outcome;
}
const askAtOnce = (port: (index: number) => number) =>
  Promise.all(Array.from({ length: fifty }, (_, index) => ask(port(index))));

// A node that has been busy with good shops, and has met each hostile one before.
for (let round = 0; round < 3; round += 1) await askAtOnce(() => goodPort);
for (const port of ports) await ask(port);

/** Collects until there is nothing more to collect. */
async function settle(collect: () => void): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  return process.memoryUsage.rss();
}

const before = await settle(gc);
let peak = before;
const sample = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const sampling = setInterval(sample, 2);
const outcomes = await askAtOnce((index) => ports[index % ports.length] ?? 0);
sample();
clearInterval(sampling);
console.log(JSON.stringify({ grownBytes: peak - before, outcomes }));
await agent.close();
