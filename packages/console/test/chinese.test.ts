import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { type RawCatalog, readCatalogs } from "../messages/read-catalogs.mjs";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

// What the console does, the other files prove in English. Here every page is looked at in Chinese, on the
// smallest screen and in the dark.

const startConsole = prepareConsoles();

/** Texts that are the same in Chinese: names, and what stands in other programs so. */
const sameInChinese = new Set([
  ...["API", "Cookie", "cURL", "Facebook Messenger", "HTTP", "Messenger", "Microsoft Teams", "P95"],
  ...["Slack", "Telegram", "URL", "Webhook", "page_id", "test", "English", "Switch to English"],
  ...["Access Token", "Access key ID", "Client ID", "Client secret", "Secret access key"],
  ...["https://shop.example.com", "–", "，", ""],
]);

/** All texts of the console without places, by the name of each. */
function readTexts(): Map<string, string> {
  const found = new Map<string, string>();
  const read = (value: RawCatalog | string, name: string): void => {
    if (typeof value === "string") {
      if (value && !value.includes("{")) found.set(name, value);
      return;
    }
    for (const [key, inner] of Object.entries(value)) read(inner, `${name}.${key}`);
  };
  read(readCatalogs().zh!, "zh");
  return found;
}

test("no word of the console was left in English", () => {
  const words = readTexts();
  const left = [...words].filter(
    ([, text]) => !/\p{Script=Han}/u.test(text) && !sameInChinese.has(text),
  );
  assert(words.size > 2_000, "the words were found");
  assert.deepEqual(left, []);
});

const question = "where is my order 12345678902 yilia@meetbot.biz";
const unknown = "do you wrap presents";

/** Sentences that stand on the page in English, unless they are code, are said to be English, or were said in a chat. */
function findEnglish(page: Page): Promise<string[]> {
  return page.evaluate(
    (said) => {
      const own = "code, pre, kbd, [lang=en], meetbot-transcript, .inbox-row, .talk-message";
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) {
        const { parentElement, data } = texts.currentNode as Text;
        if (!parentElement?.checkVisibility() || parentElement.closest(own)) continue;
        const isEnglish =
          /[a-z]{2,}(?:[ ,]+[a-z]{2,}){3,}/i.test(data) && !/\p{Script=Han}/u.test(data);
        if (isEnglish && !said.some((one) => data.includes(one))) found.push(data.trim());
      }
      return found;
    },
    [question, unknown, "Hi, this is Meetbot Shop."],
  );
}

const pages = {
  "/bots": "机器人",
  "/bots/new": "新建机器人",
  "/operators": "操作员",
  "/account": "我的账号",
  "/api": "管理 API",
  [`/bots/${botId}/overview`]: "概览",
  [`/bots/${botId}/conversations`]: "会话",
  [`/bots/${botId}/deliveries`]: "投递记录",
  [`/bots/${botId}/webhook`]: "Webhook",
  [`/bots/${botId}/keys`]: "密钥管理",
  [`/bots/${botId}/checklist`]: "上线检查",
  [`/bots/${botId}/answers`]: "问答库",
  [`/bots/${botId}/answers/returns`]: "退货",
  [`/bots/${botId}/answers/new-topic`]: "新建主题",
  [`/bots/${botId}/answers/versions`]: "版本",
  [`/bots/${botId}/customer-news`]: "顾客通知",
  [`/bots/${botId}/channels`]: "渠道",
  [`/bots/${botId}/channels/messenger`]: "Facebook Messenger",
  [`/bots/${botId}/channels/telegram`]: "Telegram",
  [`/bots/${botId}/notifications`]: "通知",
  [`/bots/${botId}/desk`]: "其他客服系统",
  [`/bots/${botId}/settings`]: "设置",
  [`/bots/${botId}/people`]: "成员",
  [`/bots/${botId}/audit`]: "操作记录",
};

test("every page is in Chinese, fits the smallest screen, and has no fault in the dark", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { operators } = server.store;
  await server.converse(question, unknown);
  server.shop.status = 503;
  await server.converse("what was the total of order 12345678902", "I want to talk to a person");
  await server.signIn("administrator");
  const administrator = await operators.findByEmail("administrator@shop.example");
  assert(administrator);
  await operators.grantRole(botId, administrator.id, "owner");
  const look = { locale: "zh", scheme: "dark", width: "small" } as const;
  const { page, complaints } = await server.visit({ as: "administrator", path: "/bots", ...look });
  for (const [path, title] of Object.entries(pages)) {
    await t.test(path, async () => {
      await page.goto(`${server.origin}/console${path}`);
      await page.getByRole("heading", { name: title }).first().waitFor();
      await page.locator(".mantine-Skeleton-root:visible").first().waitFor({ state: "hidden" });
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
      assert.deepEqual(await findEnglish(page), []);
      assert.equal(await isTooWide(page), false);
      assert.deepEqual(await findFaults(page), []);
    });
  }
  assert.deepEqual(complaints, []);
});
