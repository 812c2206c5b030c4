import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type TestContext, test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { createConnectorWebhook } from "@meetbot/connectors";
import { newSecret, toNodeHandler } from "@meetbot/sdk";
import { type StandardShop, standardShops } from "../../connectors/test/standard-shops.ts";
import { openConversation } from "./fixtures/played-conversation.ts";

// Ten conversations with the same shop read the same on each platform. `UPDATE_TRANSCRIPTS=1` records the replies on
// the first one; the customers' messages, and where a conversation begins (`#`), are written by hand.

const file = new URL("connector-chats.txt", import.meta.url);
const expected = readFileSync(file, "utf8");

for (const [name, open] of Object.entries(standardShops)) {
  test(`ten conversations read the same as ever: ${name}`, async (t) => {
    const shop = await open((end) => t.after(end));
    if (!shop) return t.skip("what runs or judges this platform is not installed");
    const told = await play(t, shop);
    if (process.env.UPDATE_TRANSCRIPTS && name === "woocommerce") writeFileSync(file, told);
    else assert.equal(told, expected);
  });
}

/** Plays what customers say, and writes down what comes of it. */
async function play(t: TestContext, { shop, numbers }: StandardShop): Promise<string> {
  const secret = newSecret();
  const endpoint = await serve(t, createConnectorWebhook(shop, { signingSecret: secret }));
  const begin = () => {
    const languages = ["en", "zh", "de", "es"] as const;
    return openConversation(
      newBot({ name: "Shop", endpoint, languages: [...languages] }).bot,
      secret,
    );
  };
  const inPlace = (text: string) =>
    Object.entries(numbers).reduce(
      (all, [order, number]) => all.replaceAll(number, `{${order}}`),
      text,
    );
  let conversation = begin();
  const lines: string[] = [];
  for (const line of expected.trimEnd().split("\n")) {
    if (line.startsWith("#")) conversation = begin();
    if (/^(?:#|$)/.test(line)) lines.push(line);
    const [, said] = /^customer: (.*)$/.exec(line) ?? [];
    if (said === undefined) continue;
    const text = said.replace(/\{(\w+)\}/g, (_, order: "sent") => numbers[order]);
    const told = (await conversation.hear({ kind: "text", text })).filter((one) =>
      one.startsWith("bot:"),
    );
    lines.push(line, ...told.map((one) => whatAllKnow(inPlace(one))));
  }
  return `${lines.join("\n")}\n`;
}

async function serve(t: TestContext, webhook: ReturnType<typeof createConnectorWebhook>) {
  const server = createServer(toNodeHandler(webhook));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return `http://127.0.0.1:${port}/`;
}

/** Without what one platform keeps and another does not: when a parcel is expected or went on, what is in it; and without the day and the prices of its own. */
function whatAllKnow(said: string): string {
  return said
    .split("\n")
    .filter((line) => !/^ +(?:2 × )?Enamel Mug$|\d:\d\d/.test(line))
    .join("\n")
    .replace(/^ +(?:Expected .*|Voraussichtlich .*|预计 .*送达)\n/gm, "")
    .replace(/ and should arrive [^.]+| und soll .+? ankommen|，预计[^，。]+送达/g, "")
    .replace(/\w{3} \d+, \d{4}|\d+ \w{3} \d{4}|\d{4}年\d+月\d+日|\w+ 2026/g, "DAY")
    .replace(/[€$]\d+\.\d\d|\d+,\d\d\s(?:€|US\$)/g, "AMOUNT")
    .replace(/ ····\w+/g, " ····");
}
