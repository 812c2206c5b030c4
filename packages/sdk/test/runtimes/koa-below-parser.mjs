// A Koa application that mounts the webhook where it must not be: below a body parser.
import { bodyParser } from "@koa/bodyparser";
import { toNodeHandler } from "@meetbot/sdk";
import Koa from "koa";
import { webhook } from "./webhook.ts";

const app = new Koa();
const handle = toNodeHandler(webhook);
app.use(bodyParser());
app.use(async (context) => {
  context.respond = false;
  await handle(context.req, context.res);
});
const server = app.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
