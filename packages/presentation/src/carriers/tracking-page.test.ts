import assert from "node:assert/strict";
import { test } from "node:test";
import { carriers, comparableCarrier, trackingPage, withKnownCarrier } from "./tracking-page.ts";

const number = "AB-1234567890";

test("each carrier has an https page with one place for the number, and goes by its own name", () => {
  for (const { name, aliases, page } of carriers) {
    assert.equal(page.split("{number}").length, 2, name);
    const { protocol, username, href } = new URL(page.replace("{number}", "1"));
    assert.deepEqual(
      [protocol, username, href],
      ["https:", "", page.replace("{number}", "1")],
      name,
    );
    assert.ok(
      aliases.some((alias) => comparableCarrier(alias) !== ""),
      name,
    );
    assert.ok(
      aliases.map(comparableCarrier).includes(comparableCarrier(name)),
      `${name} is one of its own names`,
    );
  }
  assert.ok(carriers.length >= 46, String(carriers.length));
});

test("no name is two carriers', and no two carriers have one page", () => {
  const names = carriers.flatMap(({ aliases }) => aliases.map(comparableCarrier));
  assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
  assert.equal(new Set(carriers.map(({ page }) => page)).size, carriers.length);
});

test("a carrier is known however its name is spelled", () => {
  for (const [said, begins] of [
    ["ups", "https://www.ups.com/"],
    [" U.P.S. ", "https://www.ups.com/"],
    ["royal mail", "https://www.royalmail.com/"],
    ["ＤＨＬ　Ｅｘｐｒｅｓｓ", "https://www.dhl.com/global-en/home/tracking/tracking-express"],
    ["Zásilkovna", "https://tracking.packeta.com/"],
    ["菜鸟", "https://global.cainiao.com/"],
    ["日本郵便", "https://trackings.post.japanpost.jp/"],
  ] as const) {
    assert.ok(trackingPage(said, "AB1234567890")?.startsWith(begins), said);
  }
});

test("whoever is not surely known has no page, whatever the number looks like", () => {
  for (const said of [
    "",
    "—",
    "UPSX",
    "Courier",
    "DPD",
    "Post",
    "Super Ups Delivery",
    "J&T Express",
    "__proto__",
  ]) {
    assert.equal(trackingPage(said, "1Z999AA10123456784"), null, said);
  }
});

test("what is no tracking number goes into no address", () => {
  for (const odd of [
    "",
    "12",
    "see email",
    "1Z999/../../x",
    "1Z999?x=1&y",
    "1Z999#a",
    "<b>1234567",
    "a".repeat(41),
    "１２３４５６７",
  ]) {
    assert.equal(trackingPage("UPS", odd), null, odd);
  }
  assert.equal(
    trackingPage("ups", "1Z 999 AA1 01"),
    "https://www.ups.com/track?tracknum=1Z999AA101",
  );
});

test("a number of another form is not looked for where a name is shared", () => {
  assert.equal(trackingPage("Hermes", "T00AA0123456789A"), null, "Evri's, which was Hermes once");
  assert.match(trackingPage("Hermes", "12345678901234") ?? "", /myhermes\.de/);
  assert.match(trackingPage("Amazon", "TBA619632698000") ?? "", /track\.amazon\.com/);
  assert.equal(trackingPage("Amazon", "302-1234567-1234567"), null, "an order's");
  assert.match(trackingPage("顺丰速运", "SF1234567890123") ?? "", /sf-express\.com/);
});

test("a shop's own link stays, and without a number or a carrier there is none", () => {
  const pkg = { order_number: "SO-1", package_number: "P-1", package_status: "Shipped" };
  const whole = { ...pkg, carrier: "UPS", tracking_number: number };
  assert.equal(
    withKnownCarrier(whole).tracking_url,
    `https://www.ups.com/track?tracknum=${number}`,
  );
  const own = { ...whole, tracking_url: "https://shop.example/track/1" };
  assert.deepEqual(withKnownCarrier(own), own);
  for (const less of [pkg, { ...pkg, carrier: "UPS" }, { ...pkg, tracking_number: number }]) {
    assert.deepEqual(withKnownCarrier(less), less);
  }
  const nameOf = (carrier: string) => withKnownCarrier({ ...pkg, carrier }).carrier;
  assert.deepEqual(["ups", "dhl-paket", "顺丰", "Our van"].map(nameOf), [
    ...["UPS", "DHL Paket", "顺丰", "Our van"],
  ]);
});
