import type { Logger } from "pino";
import type { RunningServer } from "../../server/start-server.ts";
import { demoBotId } from "./demo-bot.ts";
import { holdSamples } from "./hold-samples.ts";
import { sampleConversations } from "./sample-conversations.ts";
import type { DemoShop } from "./shop/start-shop.ts";

/** Sends sample customers into the demo that is ready; returns how to send them away. */
export function startSamples(
  { url: serverUrl }: RunningServer,
  { url: shopUrl }: DemoShop,
  log: Logger,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const held = holdSamples(sampleConversations, { serverUrl, shopUrl, botId: demoBotId, signal });
  const ended = held.catch((error: unknown) => log.debug({ err: error }, "samples cut short"));
  return async () => {
    stopping.abort();
    await ended;
  };
}
