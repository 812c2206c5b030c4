import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";

const program = fileURLToPath(
  new URL("../../../../../../examples/vendure-shop/src/main.ts", import.meta.url),
);

/** A Vendure server with a small shop, running as its own process. */
export interface VendureShop {
  /** The URL of the shop's admin API, which a connector queries. */
  url: string;
  /** A key that reads orders and customers. */
  apiKey: string;
  /** A customer with orders of every kind, and one of their orders. */
  account: string;
  orderNumber: string;
  stop(): Promise<void>;
}

/**
 * Starts Vendure, which npm downloads into the data folder the first time. Each start creates its orders from scratch.
 * Throws a {@link CommandError} with its last output if it does not start.
 */
export async function startVendure(
  dataDir: string,
  onProgress: (text: string) => void,
): Promise<VendureShop> {
  const shop = spawn(
    process.execPath,
    [
      ...["--disable-warning=ExperimentalWarning", "--conditions=meetbot-source", program],
      join(dataDir, "vendure"),
    ],
    // The IPC channel lets the shop notice when this process ends, however it ends.
    { stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );
  const exited = once(shop, "exit");
  let complaint = "";
  createInterface({ input: shop.stderr! }).on("line", (line) => {
    if (line.trim() === "") return;
    complaint = line;
    onProgress(line);
  });
  const lines = createInterface({ input: shop.stdout! });
  const first = await Promise.race([once(lines, "line"), exited.then(() => null)]);
  if (!first) {
    throw new CommandError(
      `It did not start: ${complaint || "it said nothing"}. It needs npm and its registry the first time`,
    );
  }
  const ready = JSON.parse(String(first[0])) as Record<string, string>;
  return {
    url: ready.url!,
    apiKey: ready.api_key!,
    account: ready.account!,
    orderNumber: ready.order_number!,
    async stop() {
      shop.kill("SIGTERM");
      await exited;
    },
  };
}
