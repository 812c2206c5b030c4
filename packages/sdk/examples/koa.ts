import { toNodeHandler } from "@meetbot/sdk";
import Koa from "koa";
import { webhook } from "./webhook.ts";

const app = new Koa();
const handle = toNodeHandler(webhook);
app.use(async (context, next) => {
  if (context.path !== "/webhook") return next();
  context.respond = false; // the handler writes the answer itself
  await handle(context.req, context.res);
}); // above a body parser: a signature covers raw bytes
app.listen(Number(process.env.PORT), () => console.log("listening"));
