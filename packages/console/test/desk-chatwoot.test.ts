import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startChatwoot } from "../../meetbot/src/bridges/chatwoot/chatwoot-desk.fixture.ts";
import { deskKeys } from "../../meetbot/src/bridges/chatwoot/desk-state.fixture.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const words = {
  en: {
    setUp: "Set up a desk",
    kind: "Chatwoot: an inbox of the kind API",
    fields: {
      url: /^Address of Chatwoot/,
      account: /^Account number/,
      inbox: /^Inbox identifier/,
      token: /^Access token/,
      secret: /^Webhook secret/,
    },
    save: "Save",
    notRoot: "Give the address without what stands behind the host.",
    kept: "I have copied it",
    test: "Send a test",
    failed: /^The test failed: the inbox has no webhook URL/,
    took: "Chatwoot knows the inbox and the person. Nothing was written there.",
  },
  zh: {
    setUp: "接入客服系统",
    kind: "Chatwoot：API 类型的收件箱",
    fields: {
      url: /^Chatwoot 的地址/,
      account: /^账户编号/,
      inbox: /^收件箱标识符/,
      token: /^访问令牌/,
      secret: /^该收件箱的 Webhook 密钥/,
    },
    save: "保存",
    notRoot: "请只填写到主机名为止的地址。",
    kept: "我已复制",
    test: "发送测试",
    failed: /^测试失败/,
    took: "Chatwoot 认可该收件箱和访问令牌。没有在其中写入任何内容。",
  },
} as const;

for (const [locale, width] of [
  ["en", "desktop"],
  ["zh", "phone"],
] as const) {
  const says = words[locale];

  test(`Chatwoot is set up as the desk, shows its address once, and is tested: ${locale}`, async (t) => {
    const desk = await startChatwoot(t);
    const outboundAllow = () => parseAllowList(["127.0.0.1"]);
    const server = await startConsole(t, { outboundAllow });
    const path = `/bots/${botId}/desk`;
    const { page, complaints } = await server.visit({ locale, path, width });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    await button(says.setUp).click();
    await page.locator("main select").first().selectOption(says.kind);
    const given = { ...deskKeys, url: `${desk.url}/app/accounts/3/dashboard` };
    for (const [name, label] of Object.entries(says.fields)) {
      await page.getByLabel(label).fill(given[name as keyof typeof says.fields]);
    }
    await button(says.save).click();
    await page.getByText(says.notRoot).waitFor();
    assert.deepEqual(await findFaults(page), []);
    assert.equal(await isTooWide(page), false);
    await page.getByLabel(says.fields.url).fill(desk.url);
    await button(says.save).click();
    await page.getByText(`/bridges/${botId}/`).waitFor();
    assert.deepEqual(await findFaults(page), []);
    assert.equal(await isTooWide(page), false);
    await button(says.kept).click();
    await page.getByText(`/bridges/${botId}/`).waitFor({ state: "detached" });
    Object.assign(desk.state.inbox, { webhook_url: null });
    await button(says.test).click();
    await page.getByText(says.failed).waitFor();
    await page.reload();
    Object.assign(desk.state.inbox, { webhook_url: "https://meetbot.example/bridges" });
    await button(says.test).click();
    await page.getByText(says.took).waitFor();
    assert.deepEqual(complaints, []);
    const logged = server.logged.join("");
    for (const secret of [deskKeys.token, deskKeys.secret]) assert(!logged.includes(secret));
  });
}
