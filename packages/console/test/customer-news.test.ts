import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { orderNumber, startPushingShop } from "../../meetbot/src/server/push/push.fixture.ts";
import { launchBrowser } from "../../widget/test/browser.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { page as facebook, openMessenger } from "./open-messenger.ts";
import { openBrowser, openSession } from "./visit-console.ts";

const startConsole = prepareConsoles();
let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const words = {
  en: {
    used: /There is one, last used/,
    noPush: "None within the last 30 days",
    push: "Push",
    needed: "This is needed.",
    conversation: "Conversation",
    nobodyFollows: /Nobody would be told\. Ask for the order/,
    log: "Pushes",
    pushed: "Parcel changed",
    recipients: "Whom it was for",
    told: /Out for delivery · in the conversation/,
    accepted: "Accepted. To be told: 1",
    skipped: "Skipped",
    subscriptions: "Who is told",
    order: "Order ····W4TP",
    end: "End: Order ····W4TP",
    endIt: "End",
    nobody: "Nobody is told at this moment.",
    ended: "Ended",
    byOperator: /ended by an operator/,
    overview: "Customer news, last 7 days",
    toldCard: "Told",
    audit: "Customer news: subscription ended",
    tested: "Customer news: test pushed",
    viewer: "You can view this, but not change it",
    notConnected: /No Facebook Page is connected/,
    publish: "Publish to Meta",
    published: /Meta has them\./,
    count: (approved: number, all: number) => `${approved} of ${all} approved`,
    rejected: /^Shipped, English Rejected$/,
    advertising: /Meta takes its text for advertising\./,
    delete: "Delete at Meta",
    none: /^Shipped, English Not published$/,
    approved: /^Shipped, English Approved$/,
  },
  zh: {
    used: /已有，最近使用/,
    noPush: "最近 30 天没有推送",
    push: "推送",
    needed: "此项必填。",
    conversation: "会话",
    nobodyFollows: /没有顾客订阅，不会通知任何人。/,
    log: "推送记录",
    pushed: "包裹有变化",
    recipients: "通知对象",
    told: /派送中 · 通过会话/,
    accepted: "已接收，待通知：1",
    skipped: "已跳过",
    subscriptions: "订阅的顾客",
    order: "订单 ····W4TP",
    end: "结束：订单 ····W4TP",
    endIt: "结束",
    nobody: "目前没有顾客订阅。",
    ended: "已结束",
    byOperator: /操作员结束/,
    overview: "顾客通知（最近 7 天）",
    toldCard: "已通知",
    audit: "结束顾客订阅",
    tested: "测试推送顾客通知",
    viewer: "您只能查看，不能修改",
    notConnected: /还没有连接 Facebook 主页/,
    publish: "发布到 Meta",
    published: /已提交给 Meta/,
    count: (approved: number, all: number) => `${all} 个中已通过 ${approved} 个`,
    rejected: /^已发货，\s?英语 未通过$/,
    advertising: /Meta 认为内容属于营销。/,
    delete: "在 Meta 删除",
    none: /^已发货，\s?英语 未发布$/,
    approved: /^已发货，\s?英语 已通过$/,
  },
} as const;

for (const locale of ["en", "zh"] as const) {
  const says = words[locale];
  const width = locale === "en" ? "desktop" : "phone";

  test(`what a shop pushes is seen, tested, and ended: ${locale}`, async (t) => {
    const shop = await startPushingShop(t, {
      ownOrigins: (port) => [`http://localhost:${port}`],
    });
    const { server, bot } = shop;
    const origin = server.url.replace("127.0.0.1", "localhost");
    const cookie = await openSession(server.store, origin, "administrator");
    const path = `/console/bots/${bot.id}/customer-news`;
    const scheme = locale === "en" ? "light" : "dark";
    const opened = await openBrowser(browser, { origin, path, cookie }, { locale, width, scheme });
    t.after(() => opened.context.close());
    const { page, complaints } = opened;
    const push = page.getByRole("button", { name: says.push, exact: true });
    await page.getByText(says.noPush).waitFor();
    await page.getByText(says.nobody).waitFor();
    await push.click();
    await page.getByText(says.needed).waitFor();
    const field = page.getByRole("textbox", { name: says.conversation, exact: true });
    await field.fill("c_nobody");
    await push.click();
    await page.getByText(says.nobodyFollows).waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);

    const { conversationId } = await shop.follow();
    shop.parcel.package_status = "Out for delivery";
    assert.equal((await shop.moved("push_1", "out_for_delivery")).status, 202);
    await shop.until("push_1", "sent");
    await page.reload();
    await page.getByText(says.used).waitFor();
    const log = page.getByRole("list", { name: says.log });
    await log.getByText(says.pushed).click();
    await log.getByRole("list", { name: says.recipients }).getByText(says.told).waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);

    await field.fill(conversationId);
    await push.click();
    await page.getByText(says.accepted).waitFor();
    const tested = page.locator("#test").getByRole("list", { name: says.recipients });
    await tested.getByText(says.skipped, { exact: true }).waitFor();

    await page.getByRole("button", { name: says.end, exact: true }).click();
    const dialog = page.getByRole("dialog");
    assert.deepEqual(await findFaults(page), []);
    await dialog.getByRole("button", { name: says.endIt, exact: true }).click();
    await page.getByText(says.nobody).waitFor();
    await page.locator("#subscriptions").getByText(says.ended, { exact: true }).click();
    await page.locator("#subscriptions").getByText(says.byOperator).waitFor();
    await push.click();
    await page.getByText(says.nobodyFollows).waitFor();
    assert(!(await page.content()).includes(orderNumber));
    await page.goto(`${origin}/console/bots/${bot.id}/overview`);
    const card = page.getByRole("region", { name: says.overview });
    await card
      .getByRole("group", { name: says.toldCard })
      .getByText("1", { exact: true })
      .waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);
    await page.goto(`${origin}/console/bots/${bot.id}/audit`);
    for (const entry of [says.audit, says.tested]) {
      await page.locator("p").getByText(entry, { exact: true }).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  test(`message templates are published, rejected with a reason, and made anew: ${locale}`, async (t) => {
    const server = await openMessenger(t, startConsole);
    const { graph } = server;
    const path = `/bots/${botId}/customer-news`;
    const viewer = await server.visit({ locale, path, as: "viewer", width: "small" });
    await viewer.page.getByText(says.viewer).waitFor();
    await viewer.page.getByText(says.notConnected).waitFor();
    for (const name of [says.push, says.publish]) {
      assert.equal(await viewer.page.getByRole("button", { name, exact: true }).count(), 0, name);
    }
    assert.equal(await isTooWide(viewer.page), false);
    assert.deepEqual(await findFaults(viewer.page), []);

    await server.connect();
    await server.listen("a verify token");
    graph.page(facebook.id).subscribedFields = ["message_template_status_update"];
    const { page, complaints } = await server.visit({ locale, path, width });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const cell = (name: RegExp) => page.getByRole("button", { name });
    await page.getByText(says.count(0, 30)).waitFor();
    await button(says.publish).click();
    await page.getByText(says.published).waitFor();
    await graph.reviewTemplates(facebook.id);
    await page.getByText(says.count(30, 30)).waitFor();
    const shipped = { name: "meetbot_shipped_1", language: "en" };
    const marketing = { status: "REJECTED", rejectedReason: "TAG_SHOULD_BE_MARKETING" } as const;
    await graph.setTemplate(facebook.id, shipped, marketing);
    await page.reload();
    await cell(says.rejected).click();
    await page.getByText(says.advertising).waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);
    await button(says.delete).click();
    await page.getByRole("dialog").getByRole("button", { name: says.delete }).click();
    await cell(says.none).waitFor();
    await button(says.publish).click();
    await page.getByText(says.published).waitFor();
    await graph.reviewTemplates(facebook.id);
    await cell(says.approved).waitFor();
    assert.deepEqual(complaints, []);
  });
}
