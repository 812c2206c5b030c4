import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();

test("an untested webhook is said to be, an address that is none keeps the menu, and a refusal is told in Chinese", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ locale: "zh", path: "/bots" });
  await page.getByText("Webhook 尚未测试").waitFor();
  // As many points as on the checklist.
  await page.getByText(/^\d+ \/ 11$/).waitFor();

  await page.goto(`${server.origin}/console/nothing`);
  await page.getByRole("heading", { name: "此地址没有内容" }).waitFor();
  await page.getByRole("link", { name: "机器人" }).click();
  await page.waitForURL("**/console/bots");

  await page.goto(`${server.origin}/console/bots/bot_nowhere/settings`);
  await page.getByText("找不到该内容，或者您没有相应的权限。").waitFor();
});

test("in Chinese on 1280 px the whole time is read, and a conversation tells which buttons were offered", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("where is my order?");
  const path = `/bots/${botId}/conversations`;
  const { page } = await server.visit({ locale: "zh", path });
  const time = page.locator(".data-list-body [role=row] time").first();
  await time.waitFor();
  const isCut = await time.evaluate((one: HTMLElement) => {
    const { scrollWidth, clientWidth } = one.parentElement as HTMLElement;
    return scrollWidth > clientWidth;
  });
  assert.equal(isCut, false);
  await page.goto(`${server.origin}/console${path}/${id}`);
  await page
    .getByText(/^提供的按钮：.+ · .+/)
    .first()
    .waitFor();
});
