import assert from "node:assert/strict";
import { test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Package } from "@meetbot/protocol";
import type { GraphMessage } from "./graph-message.ts";
import { render } from "./render.ts";

const utc = { timeZone: "UTC" };

const choices = [{ title: "Where is it?", payload: "token" }];
const quickReplies = [{ content_type: "text", title: "Where is it?", payload: "token" }];

/** What the template of a message holds. */
function payloadOf(message: GraphMessage | undefined): Record<string, unknown> {
  assert.ok(message && "attachment" in message);
  return { ...message.attachment.payload };
}
function textOf(message: GraphMessage | undefined): string {
  assert.ok(message && "text" in message);
  return message.text;
}
function cardsOf(message: GraphMessage | undefined): Record<string, unknown>[] {
  return payloadOf(message).elements as Record<string, unknown>[];
}

const pkg: Package = {
  order_number: "12345678902",
  package_number: "A1231411",
  product_name: "Classic White Shirt",
  carrier: "UPS",
  tracking_number: "UPS11012",
  tracking_url: "https://ups.example/?id=aaaaaa",
  package_status: "Delivery in progress",
  exp_delivery: "2017-12-12",
  image_url: "https://shop.example/img/whiteshirt.png",
};

test("a package is a card with its carrier behind a button, in both languages", () => {
  const english = render({ kind: "packages", locale: "en", packages: [pkg] }, utc);
  assert.deepEqual(cardsOf(english.messages[0]), [
    {
      title: "Classic White Shirt",
      subtitle: "Delivery in progress · Expected Dec 12, 2017 · UPS UPS11012 · Package A1231411",
      image_url: pkg.image_url,
      buttons: [{ type: "web_url", url: pkg.tracking_url, title: "Track package" }],
    },
  ]);
  const unnamed = { package_number: "A1", package_status: "已签收", exp_delivery: "2017-12-12" };
  const chinese = render({ kind: "packages", locale: "zh", packages: [unnamed, pkg] }, utc);
  const [first, second] = cardsOf(chinese.messages[0]);
  assert.deepEqual(first, { title: "包裹 A1", subtitle: "已签收 · 2017年12月12日 已送达" });
  assert.deepEqual(second?.buttons, [
    { type: "web_url", url: pkg.tracking_url, title: "查看物流" },
  ]);
});

test("a package whose goods are listed is called by them, each with how many there are", () => {
  const elements = [
    { title: "Red Mug", quantity: 4 },
    { title: "Oak Lamp", quantity: 2 },
  ];
  const { messages } = render(
    { kind: "packages", locale: "en", packages: [{ ...pkg, elements }] },
    utc,
  );
  assert.equal(cardsOf(messages[0])[0]?.title, "4 × Red Mug, 2 × Oak Lamp");
});

test("a page to sign in at is a button below the text, with the choices below that", () => {
  const link = { title: "Sign in at the shop", url: "https://shop.example/link?meetbot_link=n" };
  const reply: VisibleReply = { kind: "text", locale: "en", text: "Sign in.", link, choices };
  const [message, ...others] = render(reply, utc).messages;
  assert.deepEqual(payloadOf(message), {
    template_type: "button",
    text: "Sign in.",
    buttons: [{ type: "web_url", url: link.url, title: link.title }],
  });
  assert.deepEqual([message?.quick_replies, others], [quickReplies, []]);

  const long = render({ ...reply, text: `${"word ".repeat(200)}end.` }, utc);
  assert.equal(long.messages.length, 2);
  assert.match(textOf(long.messages[0]), /^word/);
  assert.match(String(payloadOf(long.messages[1]).text), /end\.$/);
  const unusable = render({ ...reply, link: { ...link, url: "javascript:alert(1)" } }, utc);
  assert.deepEqual([textOf(unusable.messages[0]), unusable.notes], ["Sign in.", ["link_dropped"]]);
});

test("what the shop wrote is marked, in parts that Meta takes, with three pages at most", () => {
  const links = ["Returns", "Opening hours on holidays", "Sizes", "Jobs"].map((title, nth) => ({
    ...{ title, url: `https://shop.example/${nth}` },
  }));
  const text = `${"长句子。".repeat(247)}完。`;
  const reply: VisibleReply = { kind: "text", locale: "zh", text, ofShop: true, links, choices };
  const { messages } = render(reply, utc);
  const last = payloadOf(messages.at(-1));
  const parts = [...messages.slice(0, -1).map(textOf), String(last.text)];
  assert.equal(parts.join("").replace("店铺回复：", "").replaceAll("\n", ""), text);
  assert.ok(parts[0]?.startsWith("店铺回复：") && parts.every((part) => part.length <= 640));
  const buttons = last.buttons as { title: string; url: string }[];
  assert.deepEqual(
    buttons.map(({ url }) => url),
    links.slice(0, 3).map(({ url }) => url),
  );
  assert.ok(buttons.every(({ title }) => title.length <= 20));
  assert.deepEqual(messages.at(-1)?.quick_replies, quickReplies);
});

test("a link that Meta does not open is left out, and said to be", () => {
  const packages = [{ ...pkg, tracking_url: "javascript:alert(1)", image_url: "data:," }];
  const { messages, notes } = render({ kind: "packages", locale: "en", packages }, utc);
  assert.deepEqual(Object.keys(cardsOf(messages[0])[0] ?? {}), ["title", "subtitle"]);
  assert.deepEqual(notes, ["link_dropped"]);
});

test("where an email or a telephone number is asked for, Meta's own buttons come first", () => {
  const asking: VisibleReply = { kind: "text", locale: "en", text: "Which email?", ask: "email" };
  assert.deepEqual(render({ ...asking, choices }, utc).messages, [
    { text: "Which email?", quick_replies: [{ content_type: "user_email" }, ...quickReplies] },
  ]);
  const own = {
    user_email: { content_type: "user_email" },
    phone: { content_type: "user_phone_number" },
  };
  const [phone] = render({ ...asking, ask: "phone", choices }, utc).messages;
  assert.deepEqual(phone?.quick_replies, [own.phone, ...quickReplies]);
  const [either] = render({ ...asking, ask: "account", choices }, utc).messages;
  assert.deepEqual(either?.quick_replies, [own.user_email, own.phone, ...quickReplies]);
  const code = render({ ...asking, ask: "code" }, utc);
  assert.deepEqual(code.messages, [{ text: "Which email?" }]);
});

test("titles of choices keep both ends, so that numbers stay told apart", () => {
  const titles = ["Where is 12345678901?", "Where is 12345678902?", "12345678902 到哪儿了", "短"];
  const reply: VisibleReply = {
    kind: "text",
    locale: "en",
    text: "Which one?",
    choices: titles.map((title, index) => ({ title, payload: `token-${index}` })),
  };
  const { messages, notes } = render(reply, utc);
  const shown = messages[0]?.quick_replies?.map((one) => "title" in one && one.title);
  assert.deepEqual(shown, [
    "Where is…2345678901?",
    "Where is…2345678902?",
    "12345678902 到哪儿了",
    "短",
  ]);
  assert.deepEqual(notes, ["text_cut"]);
});

test("of too many choices the first are shown; a payload that is too long is left out", () => {
  const many = Array.from({ length: 15 }, (_, index) => ({
    title: `${index}`,
    payload: `${index}`,
  }));
  const reply: VisibleReply = { kind: "text", locale: "en", text: "Which one?", choices: many };
  const shown = render(reply, utc);
  assert.equal(shown.messages[0]?.quick_replies?.length, 13);
  assert.deepEqual(shown.notes, ["choices_dropped"]);
  const asking = render({ ...reply, ask: "email" }, utc).messages[0]?.quick_replies ?? [];
  assert.deepEqual([asking.length, asking[0]?.content_type], [13, "user_email"]);
  const long = [{ title: "A", payload: "x".repeat(1001) }, ...choices];
  const other = render({ ...reply, choices: long }, utc);
  assert.deepEqual(other.messages[0]?.quick_replies, quickReplies);
  assert.deepEqual(other.notes, ["payload_dropped"]);
});

test("a long text is divided where a reader would, and no character of it is lost", () => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `${index} ${"word ".repeat(70)}end.`);
  const { messages, notes } = render(
    { kind: "text", locale: "en", text: paragraphs.join("\n\n"), choices },
    utc,
  );
  assert.equal(messages.length, 3);
  assert.deepEqual(notes, ["text_split"]);
  const parts = messages.map(textOf);
  assert.equal(parts.join("\n\n"), paragraphs.join("\n\n"));
  for (const part of parts) assert.match(part, /end\.$/);
  assert.deepEqual(
    messages.map(({ quick_replies }) => quick_replies?.length),
    [undefined, undefined, 1],
  );
  const family = "👩‍👩‍👧‍👦".repeat(600);
  const families = render({ kind: "text", locale: "zh", text: family }, utc).messages.map(textOf);
  assert.equal(families.join(""), family);
  for (const part of families) assert.equal(part.length % 11, 0);
});

test("choices of an empty list are asked in words", () => {
  const { messages } = render({ kind: "orders", locale: "en", orders: [], choices }, utc);
  assert.deepEqual(messages, [{ text: "What would you like to do?", quick_replies: quickReplies }]);
  assert.deepEqual(render({ kind: "orders", locale: "en", orders: [] }, utc), {
    messages: [],
    notes: [],
  });
});
