import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, test as anyTest, before } from "node:test";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { BrowserContextOptions, Page } from "playwright-core";
import { guardResponses } from "../../meetbot/src/platform/http/frame-ancestors.ts";
import { isBuilt, serveDocs } from "../../meetbot/src/server/pages/docs-files.ts";
import { lendPage } from "../../widget/test/lend-page.ts";
import { shareBrowser } from "../../widget/test/shared-browser.ts";
import { root } from "../src/site.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const dist = join(root, "packages/docs/dist");
const server = createAdaptorServer(new Hono().use(guardResponses()).route("/docs", serveDocs()));
const browser = shareBrowser();
let origin = "";

/** Without a network, the site is not built before its tests. */
const leftOut =
  !isBuilt() && !process.env.CI && "the documentation is not built: npm run docs does that (40 MB)";
const test = (name: string, run: () => void | Promise<void>) =>
  anyTest(name, { skip: leftOut }, run);

before(async () => {
  if (leftOut) return;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
});

/** A page of the site in a browser, with what the browser complains of, and whom else it asks. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const lent = await lendPage(await browser(), { locale: "en-US", ...options });
  const { page } = lent;
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on(
    "console",
    (line) => void (/error|warning/.test(line.type()) && faults.push(line.text())),
  );
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(origin + path);
  return { page, faults, end: lent.giveBack };
}

/** Where the pages stand that are written in Chinese. */
const writtenInChinese = globSync("*.md", { cwd: join(root, "docs/zh") }).map((name) =>
  name === "README.md" ? "/docs/zh/" : `/docs/zh/${name.slice(0, -".md".length)}/`,
);

/** Where the first results of a search lead to. */
async function search(page: Page, button: string, words: string): Promise<string[]> {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(words);
  const links = page.getByRole("dialog").getByRole("link");
  await links.first().waitFor();
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}

test("the code that builds it has the types that Astro asks for", () => {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = ["-p", join(root, "packages/docs/site")];
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...options], { encoding: "utf8" });
  assert.deepEqual([stdout, status], ["", 0]);
});

test("each link of what is built leads to a page, and to a place on it", () => {
  const ids = new Map(
    globSync("**/*.html", { cwd: dist }).map((name) => {
      const page = readFileSync(join(dist, name), "utf8");
      return [`/docs/${name.replace(/index\.html$/, "")}`, { name, page, ids: idsOf(page) }];
    }),
  );
  const written = new Set(globSync("**/*.md", { cwd: join(root, "docs/zh") }));
  const isStandIn = (name: string) =>
    name.startsWith("zh/") && !written.has(name.replace(/^zh\//, "").replace("/index.html", ".md"));
  const broken: string[] = [];
  for (const [path, { name, page }] of ids) {
    for (const [, href = ""] of page.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const url = new URL(href, `http://site${path}`);
      if (url.host !== "site" || !url.pathname.startsWith("/docs/")) continue;
      const target = ids.get(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      // A page in English among Chinese ones names English places, which those may not have.
      if (target && (!anchor || target.ids.has(anchor) || isStandIn(name))) continue;
      broken.push(`${path}: ${href}`);
    }
  }
  assert.ok(ids.size > 60, "the pages were not found");
  assert.deepEqual(broken, []);
});

const idsOf = (page: string) =>
  new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id));

test("who searches in English finds English pages, and who searches in Chinese finds Chinese ones", async () => {
  const english = await open("/docs/");
  const found = await search(english.page, "Search", "tracking number");
  assert.ok(
    found.every((href) => href.startsWith("/docs/") && !href.startsWith("/docs/zh/")),
    `${found}`,
  );
  await english.page.getByRole("dialog").getByRole("link").first().click();
  await english.page.waitForURL(/\/docs\/[a-z-]+\//);
  assert.deepEqual(english.faults, []);
  await english.end();

  const chinese = await open("/docs/zh/", { locale: "zh-CN" });
  const inChinese = await search(chinese.page, "搜索", "快递单号");
  const isWritten = (href: string) =>
    writtenInChinese.some((place) => href === place || href.startsWith(`${place}#`));
  assert.ok(inChinese.some(isWritten), `${inChinese}`);
  assert.deepEqual(chinese.faults, []);
  await chinese.end();
});

/** What a merchant asks, and where it is answered. */
const asked = {
  en: {
    "change the signing key without downtime":
      "faq/#how-do-i-change-the-signing-key-without-downtime",
    "why does the bot say it cannot reach my shop":
      "faq/#why-does-the-bot-say-it-cannot-reach-my-shop",
    "order number format": "faq/#how-do-i-set-the-format-of-my-order-numbers",
    WeChat: "faq/#which-channels-are-there-wechat-whatsapp-instagram",
    "delete customer data": "gdpr/#somebody-wants-it-deleted",
    "memory and disk": "faq/#what-does-it-need-memory-disk-which-requirements",
    "several shops one account": "faq/#can-one-account-have-several-shops",
    "answer a chat myself": "faq/#how-do-i-answer-a-chat-myself-as-a-human-agent",
    "send parcel news": "faq/#how-do-i-send-parcel-news-tracking-updates-to-customers",
    "move to another server": "faq/#how-do-i-move-migrate-to-another-server",
    "2FA":
      "faq/#how-do-my-staff-sign-in-by-our-company-accounts-sso-oidc-how-do-i-require-two-factor-2fa-mfa",
    "employee left": "faq/#somebody-has-left-us-an-employee-how-do-i-take-their-access-away",
    "order numbers count up": "privacy/#order-numbers-that-count-up",
  },
  zh: {
    不停机更换密钥: "faq/#怎么不停机更换密钥",
    机器人说店铺没有回应: "faq/#为什么机器人说店铺没有回应连不上无法访问",
    订单号格式怎么设置: "faq/#订单号格式怎么设置",
    怎么接微信: "faq/#怎么接微信whatsappinstagram企业微信公众号小程序呢",
    删除顾客数据: "faq/#怎么删除顾客数据或者给他一份",
    需要多大内存: "faq/#服务器要什么配置需要多大内存多大磁盘",
    一个号绑多个店铺: "faq/#一个号能绑多个店铺多店铺吗",
    怎么自己回复顾客: "faq/#怎么自己回复顾客转人工",
    物流通知: "faq/#怎么主动给顾客发物流通知发货通知",
    搬到另一台服务器: "faq/#怎么搬到另一台服务器迁移",
    两步验证: "faq/#员工怎么用公司账号登录单点登录-ssooidc怎么强制两步验证2fa",
    离职: "faq/#客服离职了怎么收回权限",
    连号: "faq/#订单号是连号的10011002安全吗",
  },
};

for (const [language, questions] of Object.entries(asked)) {
  test(`the search answers the questions of a merchant (${language})`, async () => {
    const isChinese = language === "zh";
    const start = isChinese ? "/docs/zh/" : "/docs/";
    const { page, end } = await open(start, isChinese ? { locale: "zh-CN" } : {});
    await page.getByRole("button", { name: isChinese ? "搜索" : "Search" }).click();
    const dialog = page.getByRole("dialog");
    for (const [question, answer] of Object.entries(questions)) {
      await dialog.getByRole("textbox").fill(question);
      await dialog
        .locator(`a[href="${start}${encodeURI(answer)}"]`)
        .first()
        .waitFor();
    }
    await end();
  });
}

test("on a phone, the language is switched where one is, and a page without a translation says so", async () => {
  const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
  const { page, faults, end } = await open("/docs/decisions/0001-few-packages/", phone);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("combobox", { name: "Select language" }).selectOption("简体中文");
  await page.waitForURL("**/docs/zh/decisions/0001-few-packages/");
  await page.getByText("本页暂时只有英文版").waitFor();
  assert.equal(await page.evaluate("document.documentElement.lang"), "zh-CN");
  assert.deepEqual(faults, []);
  await end();
});

const looks: BrowserContextOptions[] = [
  { viewport: { width: 390, height: 780 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 860 }, colorScheme: "light" },
];

for (const look of looks) {
  test(`no page overflows or fails axe, ${look.viewport?.width} px, ${look.colorScheme}`, async () => {
    const { page, end } = await open("/docs/", { ...look, bypassCSP: true });
    for (const path of ["zh/", "language-model/", "nothing/"]) {
      await page.goto(`${origin}/docs/${path}`);
      assert.equal(await page.evaluate(widthBeyondWindow), 0, path);
      await page.waitForFunction(wideCodeIsNamed);
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(runAxe), [], path);
    }
    await end();
  });
}

test("the longest pages fit on a phone", async () => {
  const { page, faults, end } = await open("/docs/", { viewport: { width: 390, height: 780 } });
  for (const path of ["merchant-guide/", "console/", "protocol/", "changelog/"]) {
    await page.goto(`${origin}/docs/${path}`);
    assert.equal(await page.evaluate(widthBeyondWindow), 0, path);
  }
  assert.deepEqual(faults, []);
  await end();
});

test("the code of a page is copied with a button", async () => {
  const { page, faults, end } = await open("/docs/merchant-guide/", {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("button", { name: "Copy to clipboard" }).first().click();
  await page.getByText("Copied!").first().waitFor();
  assert.match(await page.evaluate("navigator.clipboard.readText()"), /npx meetbot serve/);
  assert.deepEqual(faults, []);
  await end();
});

const widthBeyondWindow = "document.documentElement.scrollWidth - innerWidth";

/** Done when the browser is idle. */
const wideCodeIsNamed = `[...document.querySelectorAll("pre")].every(
  (code) => code.scrollWidth <= code.clientWidth || code.ariaLabel)`;

const runAxe = `axe.run().then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.length + " " + nodes[0].html))`;
