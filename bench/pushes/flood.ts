import { setTimeout as delay } from "node:timers/promises";
import { signRequest } from "@meetbot/protocol";
import { Agent, request } from "undici";

// A shop that pushes without end: each sender sends its batch again as soon as it is answered, also where it is
// told to come later. Every push is news: an order is delayed, and then it is not.

interface Flood {
  url: string;
  botId: string;
  secret: string;
  orderNumber: string;
  senders: number;
  seconds: number;
}

const { url, botId, secret, orderNumber, senders, seconds }: Flood = JSON.parse(
  process.argv[2] ?? "",
);
const batchLength = 20;
const breathMs = 20;
const dispatcher = new Agent({ connections: senders });
const startedS = Math.floor(Date.now() / 1_000);
const end = performance.now() + seconds * 1_000;
const counts = { requests: 0, accepted: 0, refused: 0, tooMany: 0 };
let nth = 0;

await Promise.all(Array.from({ length: senders }, sendOverAndOver));
console.log(JSON.stringify(counts));
process.exit(0);

async function sendOverAndOver(): Promise<void> {
  let batch = newBatch();
  while (performance.now() < end) {
    const body = JSON.stringify({ pushes: batch });
    const timestampS = Math.floor(Date.now() / 1_000);
    const answered = await request(`${url}/push/${botId}`, {
      ...{ method: "POST", dispatcher, body },
      headers: signRequest({ body, secret, id: "flood", timestampS }),
    });
    counts.requests += 1;
    if (answered.statusCode === 202) {
      const { pushes } = (await answered.body.json()) as { pushes: { success: boolean }[] };
      const accepted = pushes.filter(({ success }) => success).length;
      counts.accepted += accepted;
      counts.refused += pushes.length - accepted;
      batch = newBatch();
    } else {
      await answered.body.dump();
      if (answered.statusCode !== 429) throw new Error(`status ${answered.statusCode}`);
      counts.tooMany += 1;
    }
    await delay(breathMs);
  }
}

function newBatch(): object[] {
  return Array.from({ length: batchLength }, () => {
    nth += 1;
    return {
      request: {
        ...{ category: "ecommerce", method: "order.changed", page_id: "1", meta: "" },
        id: `push_${startedS}_${nth}`,
      },
      recipient: { order_number: orderNumber },
      params: {
        ...{ order_number: orderNumber, status: nth % 2 === 0 ? "paid" : "delayed" },
        occurred_at: String(startedS - 600 + nth),
      },
    };
  });
}
