import assert from "node:assert/strict";
import type { Machine } from "../fixtures/machine.ts";
import { app, page } from "./meta.ts";
import { publicBase, telegramToken } from "./telegram.ts";

/** Makes a bot that asks the shop, and lets the page and the Telegram bot speak through it. Returns its id. */
export async function createBot(
  machine: Machine,
  env: Record<string, string>,
  endpoint: string,
): Promise<string> {
  const run = async (line: string, input: string[] = []): Promise<string> => {
    const { code, stdout, stderr } = await machine.run(line.split(" "), {
      env: { ...env, MEETBOT_PUBLIC_URL: publicBase },
      input: input.join("\n"),
    });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const created = await run(
    `bot create --name Shop --endpoint ${endpoint} --page-id ${page.id} --json`,
  );
  const { bot_id: botId } = JSON.parse(created);
  // Each message asks for another order, so that none can be taken for another: as many as no
  // customer may ask for, unless the bot protects nothing.
  await run(`bot set ${botId} --policy off`);
  await run(
    `channel messenger connect --bot ${botId} --page-id ${page.id} --page-token - --app-secret - --verify-token -`,
    [page.token, app.secret, "a verify token"],
  );
  await run(`channel telegram connect --bot ${botId} --token -`, [telegramToken]);
  return botId;
}
