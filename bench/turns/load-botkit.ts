import { randomUUID } from "node:crypto";
import { Agent, request } from "undici";
import { askOverAndOver, type Pace } from "./ask-over-and-over.ts";
import { orderNumber, question } from "./question.ts";

// Customers of botkit's web adapter, which answers in the response to what they post.

interface Load extends Pace {
  url: string;
  conversations: number;
}

const { url, conversations, ...pace }: Load = JSON.parse(process.argv[2] ?? "");
const dispatcher = new Agent({ connections: null, pipelining: 1 });

await askOverAndOver(
  Array.from({ length: conversations }, () => {
    const user = randomUUID();
    return async () => {
      const posted = await request(url, {
        method: "POST",
        dispatcher,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ type: "message", text: question, user, channel: "webhook" }),
      });
      const answer = await posted.body.text();
      if (!answer.includes(orderNumber)) throw new Error(`no answer: ${answer}`);
    };
  }),
  pace,
);
