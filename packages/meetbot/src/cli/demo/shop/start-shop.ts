import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { BotSecrets } from "@meetbot/model/bot/bot.ts";

const program = fileURLToPath(
  new URL("../../../../../../examples/demo-store/src/main.ts", import.meta.url),
);

/** The demo shop, running as its own process like a real shop. */
export interface DemoShop {
  /** The shop's address for browsers. */
  url: string;
  /** The URL at which this machine calls the shop's webhook. */
  webhookUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo shop; returns `null` if the port is taken. Throws a {@link CommandError} with the shop's last output
 * if it does not start.
 */
export async function startShop(options: {
  port: number;
  /** The address to listen on, and the host name for links. */
  place: { host: string; linkHost: string };
  dataDir: string;
  botId: string;
  secrets: BotSecrets;
  /** The secret with which the shop signs its event pushes. */
  pushSecret: string;
  /** The server whose chat is embedded in the shop's pages. */
  chatUrl: string;
}): Promise<DemoShop | null> {
  const shop = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--conditions=meetbot-source", program],
    {
      env: {
        PATH: process.env.PATH,
        PORT: String(options.port),
        HOST: options.place.host,
        LINK_HOST: options.place.linkHost,
        DATABASE_FILE: join(options.dataDir, "demo-store.db"),
        CHAT_URL: options.chatUrl,
        MEETBOT_BOT_ID: options.botId,
        MEETBOT_SIGNING_SECRET: options.secrets.signingSecrets[0],
        MEETBOT_IDENTITY_SECRET: options.secrets.identitySecrets[0],
        MEETBOT_PUSH_SECRET: options.pushSecret,
      },
      // The IPC channel lets the shop notice when this process ends, however it ends.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const exited = once(shop, "exit");
  let complaint = "";
  shop.stderr?.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const lines = createInterface({ input: shop.stdout ?? process.stdin });
  const first = await Promise.race([once(lines, "line"), exited.then(() => null)]);
  if (!first) {
    if (/already in use|taken/i.test(complaint)) return null;
    throw new CommandError(`The demo shop did not start. It said: ${complaint.trim()}`);
  }
  const ready = JSON.parse(String(first[0])) as { url: string; webhook_url: string };
  return {
    url: ready.url,
    webhookUrl: ready.webhook_url,
    async stop() {
      shop.kill("SIGTERM");
      await exited;
    },
  };
}
