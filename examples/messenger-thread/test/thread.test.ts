import assert from "node:assert/strict";
import { test } from "node:test";
import { findFaults } from "../../../packages/widget/test/find-faults.ts";
import { useThread } from "./open-thread.ts";

const openThread = useThread();

test("Get Started, My orders, the email that Meta knows, a code: then a list, cards, and a receipt", async (t) => {
  const { page, log, tap, write, readCode, complaints } = await openThread(t);
  await page.getByRole("heading", { name: "Meetbot Demo Shop", level: 2 }).waitFor();
  await page.getByRole("button", { name: "Where is my package?" }).waitFor();
  await tap("Get Started");
  await tap("My orders");
  await log.getByText("Which email did you order with?").waitFor();
  await tap("Send your email: yilia@meetbot.biz");
  await log.getByText(/1\. Order ····/).waitFor();
  await tap("Get a code by email");
  await log.getByText("6 digits").waitFor();
  // What stood above the keyboard has gone with the next message.
  assert.equal(await page.getByRole("button", { name: "Unpaid" }).count(), 0);
  await write(await readCode());

  await log.getByText(/3\. Linen Shirt \+1 more · /).waitFor();
  await tap("Linen Shirt");
  const cards = log.getByRole("list", { name: "Cards" }).last();
  const link = cards.getByRole("link", { name: /Track package/ }).first();
  await link.waitFor();
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  await log.getByRole("button", { name: "Next card" }).last().click();
  await log.getByRole("button", { name: "Previous card" }).waitFor();

  await tap("Show the order");
  const receipt = log.locator(".receipt");
  await receipt.getByText("Linen Shirt").waitFor();
  await log.getByRole("link", { name: /View order/ }).waitFor();
  const paidWith = receipt.getByText("Paid with");
  assert.equal(await paidWith.isVisible(), false);
  await receipt.getByText("Details").click();
  assert.equal(await paidWith.isVisible(), true);
  await page.reload();
  await receipt.getByText("Linen Shirt").waitFor();
  assert.deepEqual(complaints, []);
});

test("the menu is worked by keyboard, and says what was chosen", async (t) => {
  const { page, log, tap } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await menu.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: "Menu" });
  await list.waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await list.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await log.locator(".customer").getByText("My orders").waitFor();
  await log.getByText("Which email did you order with?").waitFor();
  assert.equal(await list.count(), 0);
  assert.equal(await menu.evaluate((button) => button === document.activeElement), true);
});

test("while the shop keeps silent the bot shows that it is writing, and then says so", async (t) => {
  const { page, log, tap, write, travelOf } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  await tap("The shop keeps silent");
  await page.locator("[aria-pressed=true]").waitFor();
  await write("where is my order MB9K2QX7T4WD?");
  await log.getByText("Meetbot Demo Shop is typing").waitFor();
  await travelOf("typing_on").waitFor();
  await log.getByText("The shop’s system").or(log.getByText("Try again")).first().waitFor();
  assert.equal(await log.getByText("Meetbot Demo Shop is typing").count(), 0);
  await tap("The shop keeps silent");
  await page.locator("[aria-pressed=true]").waitFor({ state: "detached" });
  await tap("Try again");
  await log.locator(".card, .bubble").getByText("MB9K2QX7T4WD").last().waitFor();
});

test("a message whose answer is lost comes once, and its echo says so", async (t) => {
  const { page, log, tap, write, travelOf } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  await tap("The answer gets lost");
  await page.locator("[aria-pressed=true]").waitFor();
  await write("thank you");
  await travelOf("no answer").waitFor();
  await log.locator(".page .bubble").nth(1).waitFor();
  await write("hello");
  await log.locator(".page .bubble").nth(2).waitFor();
  assert.equal(await log.getByText(/welcome/i).count(), 1);
});

test("a person who answers is left alone, until they hand back", async (t) => {
  const { page, log, tap, write, travelOf } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  await page.getByRole("textbox", { name: "What the person writes" }).fill("I am Ann.");
  await tap("Answer");
  await log.getByText("A person answers. The bot keeps quiet").waitFor();
  await write("hello, Ann");
  await log.getByText("Delivered").waitFor();
  await tap("Hand back to the bot");
  await log.getByText("handed back").waitFor();
  await travelOf("pass_thread_control").waitFor();
  await write("thank you");
  await log.getByText(/welcome/i).waitFor();
  // The bot did not answer what the customer wrote to the person.
  assert.equal(await log.locator(".page .bubble").count(), 3);
});

test("a like and a picture go out as Meta tells of them", async (t) => {
  const { page, log, tap, travels, url } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  await tap("Send a like");
  await log.locator(".sticker").waitFor();
  const buffer = Buffer.from("R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=", "base64");
  await page.setInputFiles("input[type=file]", { name: "shoe.gif", mimeType: "image/gif", buffer });
  const picture = log.getByRole("img", { name: "shoe.gif" });
  await picture.waitFor();
  // It is there before its bytes are.
  const width = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
  assert.equal(width, 1);
  const told = travels.filter({ hasText: `"url": "${url}/files/` });
  await told.locator("summary").click();
  await told.getByText("/files/").waitFor();
});

test("the other language is one tap away, and stays", async (t) => {
  const { page, tap } = await openThread(t);
  await tap("切换到中文");
  await page.getByRole("button", { name: "我的订单到哪儿了？" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "开始使用" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
});

test("no secret is shown, and no other site may act", async (t) => {
  const { tap, log, url } = await openThread(t);
  await tap("Get Started");
  await log.getByText("Just write what you want to know").waitFor();
  const leaving = new AbortController();
  const scenes = await fetch(`${url}/scenes`, { signal: leaving.signal });
  const [first] = await scenes
    .body!.pipeThrough(new TextDecoderStream())
    .values()
    .next()
    .then(({ value }) => [value ?? ""]);
  leaving.abort();
  assert.match(first!, /"travels":\[\{/);
  // All three secrets of the page are 48 such digits, and so is no id.
  assert.doesNotMatch(first!, /[0-9a-f]{48}|appsecret_proof|access_token/);
  const act = (headers: Record<string, string>) =>
    fetch(`${url}/acts`, { method: "POST", headers, body: '{"act":"like"}' });
  assert.equal((await act({ origin: "https://elsewhere.example" })).status, 403);
  const nothing = await fetch(`${url}/acts`, { method: "POST", body: '{"act":"fly"}' });
  assert.equal(nothing.status, 400);
});

const looks = [
  { name: "English, light, on a desktop", locale: "en-US", colorScheme: "light", width: 1200 },
  { name: "Chinese, dark, on a small phone", locale: "zh-CN", colorScheme: "dark", width: 320 },
] as const;

for (const { name, width, ...look } of looks) {
  test(`axe finds no fault, and nothing sticks out: ${name}`, async (t) => {
    const viewport = { width, height: 700 };
    const { page, complaints, tap, log } = await openThread(t, { ...look, viewport });
    const check = async (state: string) => {
      assert.deepEqual(await findFaults(page), [], state);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, state);
    };
    await page.locator(".start").waitFor();
    await check("new");
    await page.locator(".start button").click();
    await page.locator(".quick-replies button").first().click();
    await page.getByRole("button", { name: /yilia@meetbot\.biz/ }).click();
    await log.getByText(/1\. (Order|订单) ····/).waitFor();
    await tap(/^(Menu|菜单)$/);
    await check("list and menu");
    await page.keyboard.press("Escape");
    await tap(/^(Send a like|发送一个赞)$/);
    const behind = page.getByRole("button", { name: /^(Behind the scenes|幕后)$/ });
    if ((await behind.getAttribute("aria-expanded")) === "false") await behind.click();
    await page.locator(".person input").fill("Ann");
    await page.locator(".person button[type=submit]").click();
    await log.locator(".author").waitFor();
    await page.locator(".travels summary").first().click();
    await check("a person, and what travels");
    assert.deepEqual(complaints, []);
  });
}
