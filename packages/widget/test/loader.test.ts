import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { useShops } from "./open-shop.ts";

const startShop = useShops();

test("a page loads the launcher and no more until somebody is about to use it", async (t) => {
  const shop = await startShop(t);
  const { asked, launcher, window, told } = await shop.visit();
  await launcher.waitFor();
  assert.deepEqual(asked(), ["/widget/loader.js", "/chat/bot_shop/look"]);
  assert.equal(await launcher.getAttribute("aria-expanded"), "false");
  await launcher.hover();
  await eventually(5_000, async () => assert(asked().includes("/widget/app.js")));
  assert(!asked().includes("/chat/bot_shop/conversations"));
  await launcher.click();
  await window.waitFor();
  assert.equal(await launcher.getAttribute("aria-expanded"), "true");
  await launcher.click();
  await window.waitFor({ state: "hidden" });
  assert.equal(await launcher.getAttribute("aria-expanded"), "false");
  assert.deepEqual(told, []);
});

test("the launcher is as big as a thumb, in its corner, and named in the page's language", async (t) => {
  const shop = await startShop(t);
  const { page } = await shop.visit({ lang: "zh-Hans" });
  const launcher = page.getByRole("button", { name: "与Lantern Street聊天" });
  const box = await launcher.boundingBox();
  assert.deepEqual([box?.width, box?.height], [56, 56]);
  const viewport = page.viewportSize();
  assert.equal(viewport!.width - box!.x - box!.width, 20);
});

test("data-open opens the window, in the language that data-locale names", async (t) => {
  const shop = await startShop(t);
  const { window } = await shop.visit({ attributes: 'data-open data-locale="zh-CN"' });
  await window.waitFor();
  assert.equal(await window.getAttribute("lang"), "zh-CN");
});

test("commands given before the loader is there are carried out, and those given after", async (t) => {
  const shop = await startShop(t);
  const stub =
    "<script>window.Meetbot=function(){(Meetbot.q=Meetbot.q||[]).push(arguments)};heard=[];" +
    'for(const name of ["open","close"])Meetbot("on",name,()=>heard.push(name));Meetbot("send","hello")</script>';
  const { page, window, says } = await shop.visit({ head: stub });
  const heard = () => page.evaluate("heard");
  await window.getByText("hello", { exact: true }).first().waitFor();
  assert.deepEqual(await heard(), ["open"]);
  await says("close");
  await window.waitFor({ state: "hidden" });
  await says("send", "thanks");
  await window.getByText("thanks", { exact: true }).first().waitFor();
  assert.deepEqual(await heard(), ["open", "close", "open"]);
  assert.deepEqual(await shop.count(), { conversations: 1, events: 3 });
});

test("what came while the window was closed is told with its number", async (t) => {
  const shop = await startShop(t);
  const { page, window, says } = await shop.visit();
  await page.evaluate(
    'unread = 0; Meetbot("on", "unread", (count) => { unread = count }); Meetbot("send", "hello"); Meetbot("close")',
  );
  await page.waitForFunction("unread > 0");
  assert.equal(await window.count(), 0);
  await says("open");
  await window.waitFor();
});

test("a refused identity is told to the page, whose fresh one is taken", async (t) => {
  const shop = await startShop(t);
  const { page, says, window } = await shop.visit({ attributes: 'data-identity="a.b.c"' });
  await page.evaluate('asked = 0; Meetbot("on", "identity", () => { asked++ })');
  await says("open");
  await page.waitForFunction("asked === 1");
  assert.equal((await shop.count()).conversations, 0);
  await says("identify", shop.identify("ann@shop.example"));
  await eventually(5_000, async () => assert.equal((await shop.count()).conversations, 1));
  await window.waitFor();
});

test("two tags make one launcher, and the developer reads of it", async (t) => {
  const shop = await startShop(t);
  const { launcher, told, page } = await shop.visit({ times: 2 });
  await launcher.waitFor();
  assert.match(told.join("\n"), /^Meetbot: more than one tag/);
  assert.equal(await page.locator("meetbot-chat").count(), 1);
});

test("a page that may not chat gets no launcher, and its developer reads why", async (t) => {
  const shop = await startShop(t);
  await shop.bots.change(shop.botId, { origins: [] });
  const { page, told } = await shop.visit({ attributes: "data-open" });
  const { origin } = new URL(page.url());
  await eventually(5_000, async () => {
    const said = told.join("\n");
    assert.ok(said.includes(`/console/bots/${shop.botId}/channels`), said);
    assert.ok(said.includes(`npx meetbot bot set ${shop.botId} --origins ${origin} `), said);
  });
  assert.equal(await page.locator("meetbot-chat").count(), 0);
});

test("a window that did not load is loaded at the next click", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  let refused = 0;
  await page.route("**/widget/app.js*", (route) => (refused++ ? route.continue() : route.abort()));
  await launcher.focus();
  await eventually(5_000, async () => assert.equal(refused, 1));
  await eventually(10_000, async () => {
    await launcher.click();
    await window.waitFor({ timeout: 1000 });
  });
});

test("styles of the page do not reach the launcher, whatever they want", async (t) => {
  const shop = await startShop(t);
  const hostile =
    "<style>html *{display:none!important;opacity:0!important;visibility:hidden!important;transform:scale(0)!important;font-size:40px!important;pointer-events:none!important}</style>";
  const { launcher, window } = await shop.visit({ body: hostile });
  const box = await launcher.boundingBox();
  assert.deepEqual([box?.width, box?.height], [56, 56]);
  await launcher.click();
  await window.waitFor();
});

test("under the strictest policy a shop can set, nothing is refused", async (t) => {
  const shop = await startShop(t);
  const policy = `default-src 'none'; script-src ${shop.url}; connect-src ${shop.url}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const { launcher, window, told } = await shop.visit({
    head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  });
  await launcher.click();
  await window.getByRole("textbox").waitFor();
  await window.getByRole("textbox").fill("hello");
  await window.getByRole("textbox").press("Enter");
  await window.getByText("hello", { exact: true }).first().waitFor();
  assert.deepEqual(told, []);
});

test("a tag without a bot's id says what is missing, and a bot can still be booted", async (t) => {
  const shop = await startShop(t);
  const { launcher, told, says } = await shop.visit({ bot: "" });
  await eventually(5_000, async () => {
    assert.match(told.join("\n"), /^Meetbot: no bot is named: add data-bot="bot_…"/);
  });
  await says("boot", { bot: shop.botId });
  await launcher.waitFor();
});

test("a page boots the chat by its own code, also before the loader is there, and takes it off again", async (t) => {
  const shop = await startShop(t);
  const stub =
    "<script>window.Meetbot=function(){(Meetbot.q=Meetbot.q||[]).push(arguments)};" +
    `Meetbot("boot",{bot:"${shop.botId}",locale:"zh"});Meetbot("send","你好")</script>`;
  const { page, window, told, says } = await shop.visit({ bot: "", head: stub });
  await window.getByText("你好", { exact: true }).first().waitFor();
  assert.equal(await window.getAttribute("lang"), "zh-CN");
  assert.deepEqual(told, []);

  await says("shutdown");
  assert.equal(await page.locator("meetbot-chat").count(), 0);
  // Nobody is there who could open.
  await says("open");
  await says("boot", { bot: shop.botId });
  await window.getByText("你好", { exact: true }).first().waitFor();
  assert.deepEqual(await shop.count(), { conversations: 1, events: 2 });
});

test("an update changes what it names, and goes on with the conversation", async (t) => {
  const shop = await startShop(t);
  const { page, window, says } = await shop.visit();
  await says("send", "hello");
  await window.getByText("hello", { exact: true }).first().waitFor();
  await says("update", { scheme: "dark" });
  await window.getByText("hello", { exact: true }).first().waitFor();
  await eventually(5_000, async () => assert.match((await window.getAttribute("class"))!, /dark/));
  assert.equal(await page.locator("meetbot-chat").count(), 1);
  assert.equal((await shop.count()).conversations, 1);
});

/** How pages of one address are swapped for one another: by Turbo, by htmx, and by routers that draw all anew. */
const swaps = {
  "a new body takes the old one's place": () => {
    const body = document.createElement("body");
    body.innerHTML = "<h1>Next</h1>";
    document.documentElement.replaceChild(body, document.body);
  },
  "the body's content is written anew": () => {
    document.body.innerHTML = "<h1>Next</h1>";
  },
  "the whole document is drawn anew": () => {
    const root = document.documentElement;
    while (root.firstChild) root.firstChild.remove();
    root.append(document.createElement("head"), document.createElement("body"));
    document.body.innerHTML = "<h1>Next</h1>";
  },
};

for (const [name, swap] of Object.entries(swaps)) {
  test(`the chat goes on where it was when ${name}`, async (t) => {
    const shop = await startShop(t);
    const { page, window, launcher } = await shop.visit();
    await launcher.click();
    await window.getByRole("textbox").fill("hello");
    await window.getByRole("textbox").press("Enter");
    await window.getByText("hello", { exact: true }).first().waitFor();
    await page.evaluate(swap);
    await page.getByRole("heading", { name: "Next" }).waitFor();
    await window.getByRole("textbox").fill("and on");
    await window.getByRole("textbox").press("Enter");
    await window.getByText("and on", { exact: true }).first().waitFor();
    assert.equal(await page.locator("meetbot-chat").count(), 1);
    assert.equal((await shop.count()).conversations, 1);
  });
}

test("the tag of a page that was swapped in says who is signed in now, and makes no second chat", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, says, told } = await shop.visit();
  await says("open");
  await eventually(5_000, async () => assert.equal((await shop.count()).conversations, 1));
  const identity = shop.identify("ann@shop.example");
  await page.evaluate((identity) => {
    const old = document.querySelector<HTMLScriptElement>("script[data-bot]")!;
    const next = document.createElement("script");
    next.src = old.src;
    next.dataset.bot = old.dataset.bot;
    next.dataset.identity = identity;
    old.remove();
    document.body.append(next);
  }, identity);
  await eventually(5_000, async () => assert.equal((await shop.count()).conversations, 2));
  assert.equal(await page.locator("meetbot-chat").count(), 1);
  await launcher.waitFor();
  assert.deepEqual(told, []);
});

test("what came unseen is counted on the launcher and in the page's title, until it is seen", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window, says } = await shop.visit();
  await says("send", "hello");
  await says("close");
  await page.waitForFunction("/^\\(\\d+\\) Shop$/.test(document.title)");
  await eventually(5_000, async () => {
    const count = /\d+/.exec(await page.title())![0];
    assert.equal(await launcher.getAttribute("data-unread"), count);
  });
  // A page that changes its title meanwhile keeps what it says.
  await page.evaluate(() => {
    document.title = "Cart";
  });
  await launcher.click();
  await window.waitFor();
  await page.waitForFunction("document.title === 'Cart'");
  assert.equal(await launcher.getAttribute("data-unread"), null);
});

test("while the window is still on its way, the launcher shows that it comes", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window } = await shop.visit();
  const late = Promise.withResolvers<void>();
  await page.route("**/widget/app.js*", (route) => late.promise.then(() => route.continue()));
  await launcher.click();
  assert.equal(await launcher.getAttribute("aria-busy"), "true");
  late.resolve();
  await window.waitFor();
  assert.equal(await launcher.getAttribute("aria-busy"), null);
});
