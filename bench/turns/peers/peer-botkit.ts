import { createRequire } from "node:module";
import { answerQuestion } from "./peer-answer.ts";

// A bot in botkit that has this one conversation, with botkit's own defaults: state in memory.

const [folder = "", port = "", merchant = ""] = process.argv.slice(2);
process.env.PORT = port;
const load = createRequire(`${folder}/package.json`);
const { Botkit } = load("botkit");
const { WebAdapter } = load("botbuilder-adapter-web");

const controller = new Botkit({ adapter: new WebAdapter(), webhook_uri: "/api/messages" });
controller.on(
  "message",
  async (
    bot: { reply(to: unknown, message: unknown): Promise<void> },
    message: { text: string },
  ) => {
    const { lead, order, choices } = await answerQuestion(message.text, merchant);
    await bot.reply(message, lead);
    await bot.reply(message, { text: order, quick_replies: choices });
  },
);
controller.ready(() => console.log(JSON.stringify({ ready: true })));
