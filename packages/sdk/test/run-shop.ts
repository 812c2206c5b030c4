import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { findFreePort } from "./find-free-port.ts";
import { secret } from "./sign-question.ts";

/** A merchant's program running as its own process, until it is disposed of. */
export interface RunningShop extends AsyncDisposable {
  url: string;
}

/** Starts a program that serves a webhook on PORT and waits for the line it prints when it listens. */
export async function runShop(program: URL): Promise<RunningShop> {
  const port = await findFreePort();
  const shop = spawn(process.execPath, ["--conditions=meetbot-source", fileURLToPath(program)], {
    env: { ...process.env, PORT: String(port), MEETBOT_SIGNING_SECRET: secret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(shop, "exit");
  const listening = once(createInterface(shop.stdout), "line");
  await Promise.race([listening, exited.then(() => Promise.reject(new Error(`${program} ended`)))]);
  return {
    url: `http://localhost:${port}/webhook`,
    async [Symbol.asyncDispose]() {
      shop.kill();
      await exited;
    },
  };
}
