import { createServer } from "node:http";
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";
import { answerQuestion } from "./peer-answer.ts";

// A bot in bottender that has this one conversation, with bottender's own defaults: sessions in
// memory. Its server is left out, and so is the signature: what is measured is in its favour.

const [folder = "", port = "", merchant = "", origin = ""] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const { MessengerBot } = load("bottender");

interface Context {
  event: { text: string };
  sendText(text: string, options?: object): Promise<void>;
}

const secrets = { accessToken: "a page token", appSecret: "an app secret" };
const bot = new MessengerBot({ ...secrets, verifyToken: "a verify token", origin });
bot.onEvent(async (context: Context) => {
  const { lead, order, choices } = await answerQuestion(context.event.text, merchant);
  const quickReplies = choices.map((choice) => ({ contentType: "text", ...choice }));
  await context.sendText(`${lead}\n\n${order}`, { quickReplies });
});
const handle = bot.createRequestHandler();
const server = createServer(async (request, response) => {
  await handle(await json(request), {});
  response.end();
});
server.listen(Number(port), "127.0.0.1", () => console.log(JSON.stringify({ ready: true })));
