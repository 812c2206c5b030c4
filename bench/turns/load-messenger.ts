import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Agent, request } from "undici";
import { askOverAndOver, type Pace } from "./ask-over-and-over.ts";
import { orderNumber, question } from "./question.ts";

// Customers of a Facebook Page, and Meta's side with no more than it takes: their messages go to the
// webhook, signed, and whatever is sent to them is taken at once. An answer is there when it is sent.

interface Load extends Pace {
  webhooks: string[];
  graphPort: number;
  pageId: string;
  appSecret: string;
  conversations: number;
}

const load: Load = JSON.parse(process.argv[2] ?? "");
const { webhooks, graphPort, pageId, appSecret, conversations, ...pace } = load;
const dispatcher = new Agent({ connections: null, pipelining: 1 });
const arrived = new Map<string, () => void>();
let sent = 0;

const graph = createServer(async (incoming, response) => {
  const body = await text(incoming);
  const user = /"recipient":\{"id":"([^"]+)"/.exec(body)?.[1] ?? "";
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ recipient_id: user, message_id: `m_${++sent}` }));
  if (body.includes(orderNumber)) arrived.get(user)?.();
});
graph.listen(graphPort, "127.0.0.1");
await once(graph, "listening");

await askOverAndOver(
  Array.from({ length: conversations }, (_, nth) => {
    const user = randomBytes(6).readUIntBE(0, 6).toString();
    return () => write(user, webhooks[nth % webhooks.length]!);
  }),
  pace,
);

async function write(user: string, webhook: string): Promise<void> {
  const answered = new Promise<void>((resolve) => arrived.set(user, resolve));
  const message = { mid: `m_${randomBytes(12).toString("hex")}`, text: question };
  const event = { sender: { id: user }, recipient: { id: pageId }, timestamp: Date.now(), message };
  const entry = [{ id: pageId, time: Date.now(), messaging: [event] }];
  const body = JSON.stringify({ object: "page", entry });
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  const posted = await request(webhook, {
    method: "POST",
    dispatcher,
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
    body,
  });
  await posted.body.dump();
  if (posted.statusCode !== 200) throw new Error(`status ${posted.statusCode}`);
  await answered;
}
