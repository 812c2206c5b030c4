import { randomUUID } from "node:crypto";
import { Agent, request } from "undici";
import { askOverAndOver, type Pace } from "./ask-over-and-over.ts";
import { postOver } from "./post-over.ts";
import { goods, question } from "./question.ts";

// Customers of the web chat: each opens a conversation, follows its stream at one node, and posts its
// questions to the next one. An answer is there when the stream has brought it.

interface Load extends Pace {
  urls: string[];
  botId: string;
  conversations: number;
}

const { urls, botId, conversations, ...pace }: Load = JSON.parse(process.argv[2] ?? "");
const dispatcher = new Agent({ connections: null, pipelining: 1, bodyTimeout: 0 });
const chatAt = (nth: number) => `${urls[nth % urls.length]}/chat/${botId}`;

const askers = Array.from({ length: conversations }, (_, nth) => openConversation(nth));
await askOverAndOver(await Promise.all(askers), pace);

async function openConversation(nth: number): Promise<() => Promise<void>> {
  const opened = await request(`${chatAt(nth)}/conversations`, { method: "POST", dispatcher });
  const { token } = (await opened.body.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  const stream = await request(`${chatAt(nth)}/events`, { dispatcher, headers: { authorization } });
  let arrived = Promise.withResolvers<void>();
  stream.body.setEncoding("utf8");
  stream.body.on("data", (text: string) => {
    // The card is not drawn again for a question about it, and its goods are named in each answer.
    if (text.includes(goods) || text.includes("menu:orders")) arrived.resolve();
  });
  await arrived.promise;
  const post = postOver(`${chatAt(nth + 1)}/messages`);
  return async () => {
    arrived = Promise.withResolvers();
    const status = await post(
      { authorization },
      JSON.stringify({ id: randomUUID(), text: question }),
    );
    if (status !== 202) throw new Error(`status ${status}`);
    await arrived.promise;
  };
}
