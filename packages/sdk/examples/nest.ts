// main.ts: call it between NestFactory.create(AppModule) and app.listen(), above Nest's parsers.
import { toNodeHandler } from "@meetbot/sdk";
import { webhook } from "./webhook.ts";

type Handler = ReturnType<typeof toNodeHandler>;

export function mountWebhook(app: { use(path: string, handler: Handler): unknown }): void {
  app.use("/webhook", toNodeHandler(webhook));
}
