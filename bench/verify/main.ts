import { serializeQuery } from "@meetbot/protocol";
import { type Contender, contendersFor } from "./contenders.ts";

const sizesBytes = [1024, 4096];
const roundCount = 30;
const roundMs = 60;

for (const sizeBytes of sizesBytes) {
  const body = bodyOf(sizeBytes);
  const contenders = await contendersFor(body);
  const rates = await measure(contenders, body);
  const bare = rates[0] ?? Number.NaN;
  console.log(`\nverify and parse, ${body.length} bytes, node ${process.version}`);
  for (const [index, { name }] of contenders.entries()) {
    const rate = rates[index] ?? Number.NaN;
    const perSecond = Math.round(rate).toLocaleString("en-US").padStart(9);
    console.log(`${name.padEnd(34)} ${perSecond}/s  ${(rate / bare).toFixed(2)} of bare`);
  }
}

/** A question that a newer Meetbot sends orders along with, up to a size. */
function bodyOf(sizeBytes: number): Buffer {
  const question = serializeQuery({
    method: "orders",
    id: "order_list_1",
    pageId: "1",
    userAccount: "yilia@meetbot.biz",
    filter: "open",
    pagination: { page: 1, limit: 3 },
  });
  const items: object[] = [];
  const write = () => `${question.slice(0, -1)},"items":${JSON.stringify(items)}}`;
  while (write().length < sizeBytes) {
    const price = 19.95 + items.length;
    items.push({ title: `衬衫 No. ${items.length}`, price, quantity: 2, size: "M", gift: false });
  }
  items.pop();
  return Buffer.from(write());
}

/**
 * Runs each in turn, round by round. The best round counts: what else the machine does only ever
 * slows one down.
 */
async function measure(contenders: Contender[], body: Buffer): Promise<number[]> {
  const best = contenders.map(() => 0);
  for (let round = 0; round < roundCount; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      best[index] = Math.max(best[index] ?? 0, await runFor(contender, body));
    }
  }
  return best;
}

async function runFor({ run }: Contender, body: Buffer): Promise<number> {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < roundMs) {
    for (let time = 0; time < 100; time += 1) {
      const result = run(body);
      if (result instanceof Promise) await result;
    }
    count += 100;
  }
  return (count * 1000) / (performance.now() - start);
}
