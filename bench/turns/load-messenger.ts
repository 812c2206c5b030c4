import { createHmac, randomBytes } from "node:crypto";
import { answerPosts } from "./answer-posts.ts";
import { askOverAndOver, type Pace } from "./ask-over-and-over.ts";
import { type Post, postOver } from "./post-over.ts";
import { goods, question } from "./question.ts";

// Plays the customers of a Facebook Page, and the minimum of Meta's side: sends their signed messages to the webhook
// and accepts every message to them at once. An answer counts as there when it is sent.

interface Load extends Pace {
  webhooks: string[];
  graphPort: number;
  pageId: string;
  appSecret: string;
  conversations: number;
}

const load: Load = JSON.parse(process.argv[2] ?? "");
const { webhooks, graphPort, pageId, appSecret, conversations, ...pace } = load;
const arrived = new Map<string, () => void>();
let sent = 0;

await answerPosts(graphPort, (body) => {
  const user = /"recipient":\{"id":"([^"]+)"/.exec(body)?.[1] ?? "";
  if (body.includes(goods)) arrived.get(user)?.();
  return JSON.stringify({ recipient_id: user, message_id: `m_${++sent}` });
});

const askers = Array.from({ length: conversations }, (_, nth) => openConversation(nth));
await askOverAndOver(await Promise.all(askers), pace);

/** A first question opens it. */
async function openConversation(nth: number): Promise<() => Promise<void>> {
  const user = randomBytes(6).readUIntBE(0, 6).toString();
  const post = postOver(webhooks[nth % webhooks.length]!);
  const ask = () => write(user, post);
  await ask();
  return ask;
}

async function write(user: string, post: Post): Promise<void> {
  const answered = new Promise<void>((resolve) => arrived.set(user, resolve));
  const message = { mid: `m_${randomBytes(12).toString("hex")}`, text: question };
  const event = { sender: { id: user }, recipient: { id: pageId }, timestamp: Date.now(), message };
  const entry = [{ id: pageId, time: Date.now(), messaging: [event] }];
  const body = JSON.stringify({ object: "page", entry });
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  const status = await post({ "X-Hub-Signature-256": `sha256=${signature}` }, body);
  if (status !== 200) throw new Error(`status ${status}`);
  await answered;
}
