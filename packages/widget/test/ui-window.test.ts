import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { screens, useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

const composer = (page: Page) => page.getByRole("textbox");
const done = (page: Page) => page.evaluate(() => window.gallery.chat.done);

/** The line brings a message of the bot. */
const hear = (page: Page, text: string, more = {}) =>
  page.evaluate(
    ([text, more]) => {
      const { chat } = window.gallery;
      const { entries, unread } = chat.state();
      const reply = { kind: "text" as const, text, ...more };
      const key = `new${entries.length}`;
      const entry = { key, from: "bot" as const, reply, locale: "en" as const };
      chat.become({ entries: [...entries, entry], unread: unread + 1 });
    },
    [text, more] as const,
  );

test("by keys alone: open, write, choose, close, and be where one was", async () => {
  await using opened = await open({ closed: "1" });
  const { page } = opened;
  await page.getByRole("button", { name: "Chat" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Chat with Northwind" }).waitFor();
  await page.waitForFunction(() => window.gallery.chat.done.includes("start"));

  await page.keyboard.type("Where is my order?");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Thanks");
  await page.keyboard.press("Enter");
  assert.equal(await composer(page).inputValue(), "");

  await page.keyboard.press("Shift+Tab");
  assert.equal(await focusedName(page), "Talk to a person");
  await page.keyboard.press("Enter");
  assert.equal(await focusedName(page), "Message");
  assert.deepEqual(await done(page), ["start", "write Where is my order?\nThanks", "tap person"]);

  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await focusedName(page), "Chat");
  assert.equal(await page.evaluate(() => window.gallery.closed), 1);
});

test("Escape closes the window also where the button that opened it has the focus", async () => {
  await using opened = await open({});
  const { page } = opened;
  await page.getByRole("button", { name: "Chat", exact: true }).focus();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await focusedName(page), "Chat");
});

test("on a desktop the page stays usable beside the window", async () => {
  await using opened = await open({});
  const { page } = opened;
  await page.locator("#outside").click();
  assert.equal(await focusedName(page), "Outside");
  assert.equal(await page.getByRole("dialog").isVisible(), true);
});

test("on a phone the window is all there is: nothing behind it can be reached", async () => {
  await using opened = await open({ state: "order" }, screens.phone);
  const { page } = opened;
  const { width, height } = (await page.getByRole("dialog").boundingBox())!;
  assert.deepEqual([width, height].map(Math.round), [375, 812]);
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(placeOfFocus), /^(window|browser)$/);
  }
  assert.ok(await page.getByRole("dialog").evaluate((dialog) => dialog.matches(":modal")));
});

test("opening on a touch screen does not call up the keyboard", async () => {
  await using opened = await open({}, screens.phone);
  assert.equal(await focusedName(opened.page), "Chat with Northwind");
});

test("what the screen's keyboard covers is left free", async () => {
  await using opened = await open({}, { ...screens.phone, reducedMotion: "reduce" });
  const { page } = opened;
  await page.evaluate(() => {
    Object.defineProperty(visualViewport!, "height", { value: 430.4 });
    Object.defineProperty(visualViewport!, "offsetTop", { value: 20 });
    visualViewport!.dispatchEvent(new Event("resize"));
  });
  const { y, height } = (await page.getByRole("dialog").boundingBox())!;
  assert.deepEqual([y, height].map(Math.round), [20, 430]);
});

test("a message is spoken once as a plain sentence, and the words go after 15 seconds", async () => {
  await using opened = await open({});
  const { page } = opened;
  await page.clock.install();
  await hear(page, "It is on its way.");
  await page.clock.runFor(200);
  const region = page.locator("[aria-live]");
  assert.equal(await region.textContent(), "Northwind: It is on its way.");
  await hear(page, "It comes today.");
  await page.clock.runFor(200);
  assert.deepEqual(await region.locator("p").allInnerTexts(), [
    "Northwind: It is on its way.",
    "Northwind: It comes today.",
  ]);
  await page.clock.runFor(15_000);
  assert.equal(await region.locator("p").count(), 0);
});

test("orders and packages are spoken too, with what the dots hide", async () => {
  await using opened = await open({});
  const { page } = opened;
  await page.clock.install();
  await page.evaluate(() => {
    const orders = [
      { order_number: "····8902", status: "unpaid", timestamp: "1428444852" },
      { order_number: "77", currency: "USD", summary: { total_cost: 56.14 }, status: "shipped" },
    ];
    const packages = [{ package_number: "PK-1", package_status: "Held at customs" }];
    const replies = [
      { kind: "orders" as const, orders },
      { kind: "packages" as const, packages },
    ];
    const entries = replies.map((reply, at) => {
      return { key: `r${at}`, from: "bot" as const, locale: "en" as const, reply };
    });
    window.gallery.chat.become({ entries });
  });
  await page.clock.runFor(200);
  assert.deepEqual(await page.locator("[aria-live] p").allTextContents(), [
    "Northwind: Orders: 2. Order ending in 8902, Awaiting payment, Placed Apr 7, 2015. Order 77, Shipped, $56.14. ",
    "Northwind: Package PK-1, Held at customs. ",
  ]);
});

test("looking, a cut line and a message that fails are spoken as they happen", async () => {
  await using opened = await open({ state: "sending" });
  const { page } = opened;
  await page.clock.install();
  const status = page.getByRole("dialog").getByRole("status");
  const become = (change: object) =>
    page.evaluate((change) => window.gallery.chat.become(change), change);
  await become({ typing: true });
  await become({ typing: true });
  await become({ phase: "offline", typing: false });
  await become({ phase: "open" });
  await page.evaluate(() => {
    const { chat } = window.gallery;
    const entries = chat.state().entries.map((entry) => {
      return entry.from === "customer" ? { ...entry, state: "failed" as const } : entry;
    });
    chat.become({ entries });
  });
  await page.clock.runFor(200);
  assert.deepEqual(await status.locator("p").allInnerTexts(), [
    "Northwind is looking…",
    "No connection right now. What you write is sent later.",
    "Connected again.",
    "Not sent. Is it here yet?",
  ]);
});

test("what comes while the window is closed is counted aloud", async () => {
  await using opened = await open({ closed: "1" });
  const { page } = opened;
  await page.clock.install();
  await hear(page, "Your parcel is here.");
  await page.clock.runFor(200);
  assert.equal(await page.getByRole("status").textContent(), "New messages: 1");
});

test("an incoming message never takes the focus", async () => {
  await using opened = await open({ state: "order" });
  const { page } = opened;
  await page.getByRole("button", { name: "Close the chat" }).focus();
  await hear(page, "Which email?", { ask: "email" });
  await page.getByRole("textbox", { name: "Email address" }).waitFor();
  assert.equal(await focusedName(page), "Close the chat");
});

test("who reads further up stays there, and a button leads to the news", async () => {
  await using opened = await open({ state: "packagesMany" });
  const { page } = opened;
  const transcript = page.getByRole("region", { name: "Conversation" });
  const top = () => transcript.evaluate((element) => element.scrollTop);
  await page.getByRole("button", { name: "To the newest message" }).click();
  assert.notEqual(await top(), 0);
  await transcript.hover();
  await page.mouse.wheel(0, -10_000);
  await page.waitForFunction(() => {
    const root = document.querySelector("meetbot-chat")!.shadowRoot!.lastElementChild!.shadowRoot!;
    return root.querySelector(".transcript")!.scrollTop === 0;
  });
  await hear(page, "News");
  await page.getByRole("button", { name: "New messages" }).waitFor();
  assert.equal(await top(), 0);
  assert.equal(await page.evaluate(() => window.gallery.chat.state().unread), 1);
  await page.getByRole("button", { name: "New messages" }).click();
  await page.getByRole("button", { name: "New messages" }).waitFor({ state: "detached" });
  assert.equal(await focusedName(page), "Conversation");
});

test("a long answer is read from its beginning", async () => {
  await using opened = await open({ state: "packagesMany" });
  await opened.page.getByText("Where is my order 12345678902?", { exact: true }).waitFor();
  assert.equal(await opened.page.getByText("Where is my order 12345678902?").isVisible(), true);
  const box = await opened.page.locator(".customer .bubble").boundingBox();
  assert.ok(box!.y > 50 && box!.y < 200);
});

test("who reads down a long answer is not moved by what comes next", async () => {
  await using opened = await open({ state: "packagesMany" });
  const { page } = opened;
  const transcript = page.getByRole("region", { name: "Conversation" });
  await transcript.hover();
  await page.mouse.wheel(0, 200);
  const moved = await transcript.evaluate(
    (box) =>
      new Promise<number>((done) => {
        const look = () =>
          box.scrollTop >= 190 ? done(box.scrollTop) : requestAnimationFrame(look);
        look();
      }),
  );
  await hear(page, "One more thing");
  await page.getByText("One more thing").first().waitFor();
  assert.ok((await transcript.evaluate((box) => box.scrollTop)) >= moved);
  assert.equal(await page.getByRole("button", { name: "To the newest message" }).isVisible(), true);
});

test("a guided question brings the right keyboard, and keeps the cursor and the draft", async () => {
  await using opened = await open({});
  const { page } = opened;
  await composer(page).fill("yilia@");
  for (const [ask, name, expected] of [
    ["email", "Email address", { type: "email", inputmode: "email", autocomplete: "email" }],
    ["phone", "Phone number", { type: "tel", inputmode: "tel", autocomplete: "tel" }],
    ["account", "Email or phone number", { inputmode: "email", autocomplete: "username" }],
    ["code", "6-digit code", { inputmode: "numeric", autocomplete: "one-time-code" }],
    ["order_number", "Order number", { autocomplete: "off", autocorrect: "off" }],
    ["package_number", "Package or order number", { spellcheck: "false" }],
  ] as const) {
    await hear(page, "Please", { ask });
    const field = page.getByRole("textbox", { name });
    await field.waitFor();
    for (const [attribute, value] of Object.entries(expected)) {
      assert.equal(await field.getAttribute(attribute), value, `${ask} ${attribute}`);
    }
    assert.equal(await field.inputValue(), "yilia@");
    assert.equal(await focusedName(page), name);
    const size = await field.evaluate((element) => getComputedStyle(element).fontSize);
    assert.equal(size, "16px");
  }
});

test("the key that ends a composition of Chinese does not send", async () => {
  await using opened = await open({ locale: "zh" });
  const { page } = opened;
  await composer(page).fill("你好");
  await composer(page).evaluate((field) => {
    const enter = { key: "Enter", bubbles: true, cancelable: true, composed: true };
    field.dispatchEvent(new KeyboardEvent("keydown", { ...enter, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { ...enter, keyCode: 229 }));
  });
  assert.deepEqual(await done(page), ["start"]);
  await composer(page).press("Enter");
  assert.deepEqual(await done(page), ["start", "write 你好"]);
});

test("a failed message has its own way to try again", async () => {
  await using opened = await open({ state: "failed" });
  await opened.page.getByRole("button", { name: /^Try again.*Hello\?$/ }).click();
  assert.match((await done(opened.page)).join(), /^start,retry k\d+$/);
});

test("a conversation that has ended offers a new one, and a refused chat names the contact", async () => {
  await using opened = await open({ state: "ended" });
  const { page } = opened;
  await page.getByRole("button", { name: "New conversation" }).last().click();
  assert.deepEqual(await done(page), ["start", "restart"]);
  await opened.show({ state: "refused" });
  const link = page.getByRole("link", { name: "https://shop.example/contact" });
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
});

test("choices are those of the bot's last turn, and none once the customer has spoken", async () => {
  await using opened = await open({ state: "ordersMasked" });
  const { page } = opened;
  const choices = page.getByRole("list", { name: "Suggested answers" }).getByRole("button");
  assert.deepEqual(await choices.allInnerTexts(), ["More", "Get a code by email"]);
  await opened.show({ state: "sending" });
  assert.equal(await choices.count(), 0);
});

/** Where the focus is: in the window, with the browser's own buttons, or on the page behind. */
function placeOfFocus(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused?.closest("dialog")) return "window";
  return focused === document.body ? "browser" : (focused?.outerHTML ?? "nowhere");
}

/** The accessible name of what has the focus, through every shadow root; "" where it left the page. */
async function focusedName(page: Page): Promise<string> {
  const focused = page.locator(":focus");
  if ((await focused.count()) === 0) return "";
  const text = await focused.last().ariaSnapshot();
  return /"([^"]*)"/.exec(text.split("\n")[0] ?? "")?.[1] ?? text;
}
