// main.ts: call it between NestFactory.create(AppModule, { rawBody: true }) and app.listen().
import { toNodeHandler } from "@meetbot/sdk";
import { webhook } from "./webhook.ts";

type Handler = ReturnType<typeof toNodeHandler>;

export function mountWebhook(app: { use(path: string, handler: Handler): unknown }): void {
  app.use("/webhook", toNodeHandler(webhook));
}
