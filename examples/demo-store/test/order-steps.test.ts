import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { type Browser, createBrowser, createSignedIn } from "./browser.ts";
import { numberIn, openShop } from "./open-shop.ts";

const shop = await openShop();
after(() => shop.close());

const yilia = "yilia@meetbot.biz";
const guest = { email: "lena@posteo.net", name: "Lena Koch" };

/** Orders something new; the result is the path of its page. */
async function buy(browser: Browser, fields: Record<string, string> = {}): Promise<string> {
  return (await browser.submit("/orders", { sku: "teapot", ...fields })).location;
}

async function take(browser: Browser, path: string, ...steps: string[]): Promise<void> {
  for (const step of steps) {
    const { status, location } = await browser.submit(path, { step });
    assert.deepEqual([status, location], [303, path], step);
  }
}

const statusOf = async (path: string) => (await shop.order(numberIn(path)))?.status;
const packagesOf = (path: string) => shop.packages(numberIn(path));
const stepsOn = (text: string) =>
  [...text.matchAll(/name="step" value="(\w+)"/g)].map(([, s]) => s);

/** The day in so many days, as of now; a test that runs across midnight allows for both days. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("the buttons of an order", () => {
  for (const [who, open] of [
    ["a shopper", () => createSignedIn(shop.url, "noah.smith@example.net")],
    ["a guest", async () => createBrowser(shop.url)],
  ] as const) {
    it(`take ${who}'s order from unpaid to delivered, and Meetbot is told each time`, async () => {
      const browser = await open();
      const path = await buy(browser, { ...guest, quantity: "2" });
      assert.deepEqual([await statusOf(path), await packagesOf(path)], ["unpaid", []]);

      await take(browser, path, "pay");
      const paid = await shop.order(numberIn(path));
      assert.deepEqual([paid?.status, paid?.payment_method], ["processing", "Visa 4242"]);

      const earliest = [dayIn(2), dayIn(4)];
      await take(browser, path, "ship");
      assert.equal(await statusOf(path), "shipped");
      const shipped = await packagesOf(path);
      assert.deepEqual(
        shipped.map(({ carrier, package_status }) => [carrier, package_status]),
        [
          ["UPS", "In transit"],
          ["USPS", "In transit"],
        ],
      );
      assert.match(shipped[0]?.tracking_number ?? "", /^1Z[0-9A-Z]{16}$/);
      assert.match(shipped[1]?.tracking_number ?? "", /^94\d{20}$/);
      for (const [
        index,
        { package_number, tracking_number, tracking_url, exp_delivery },
      ] of shipped.entries()) {
        assert.match(package_number, /^PK[2-9A-HJKMNP-Z]{8}$/);
        assert.ok(tracking_url?.endsWith(tracking_number ?? "?"));
        assert.ok([earliest[index], dayIn(2 * (index + 1))].includes(exp_delivery));
      }

      const before = dayIn(0);
      await take(browser, path, "deliver");
      assert.equal(await statusOf(path), "delivered");
      for (const { package_status, exp_delivery } of await packagesOf(path)) {
        assert.equal(package_status, "Delivered");
        assert.ok([before, dayIn(0)].includes(exp_delivery));
      }
    });
  }

  it("send one piece in one package, in the shopper's own language", async () => {
    const browser = await createSignedIn(shop.url, "li.wei@example.net");
    const path = await buy(browser);
    await take(browser, path, "pay", "ship");
    assert.equal((await shop.order(numberIn(path)))?.payment_method, "微信支付");
    const [pkg, ...others] = await packagesOf(path);
    assert.deepEqual(
      [pkg?.carrier, pkg?.package_status, others],
      ["SF Express 顺丰", "运输中", []],
    );
    await take(browser, path, "deliver");
    assert.equal((await packagesOf(path))[0]?.package_status, "已签收");
  });

  it("hand over what was packed already under its number", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const path = "/orders/MBZGXZWKZ445";
    await take(browser, path, "ship");
    const [pkg, ...others] = await packagesOf(path);
    assert.deepEqual([pkg?.package_number, pkg?.carrier, others], ["PK2NGKU254", "UPS", []]);
  });

  it("leave a package that a carrier has already as it is", async () => {
    const browser = await createSignedIn(shop.url, "emma.johnson@example.com");
    const path = "/orders/MBUFVF636PFD";
    const before = await packagesOf(path);
    await take(browser, path, "ship");
    assert.deepEqual(await packagesOf(path), before);
  });

  it("leave the day of a package that came before the others", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const path = "/orders/MBSX2VTJG63R";
    const find = async () =>
      (await packagesOf(path)).find(({ package_number }) => package_number === "PKP8AX3R3C");
    const before = await find();
    await take(browser, path, "deliver");
    assert.equal(before?.package_status, "Delivered");
    assert.deepEqual(await find(), before);
  });

  it("cancel what is not sent yet, and no package of it is left", async () => {
    const browser = await createSignedIn(shop.url, "emma.johnson@example.com");
    for (const steps of [["cancel"], ["pay", "cancel"]]) {
      const path = await buy(browser);
      await take(browser, path, ...steps);
      assert.deepEqual([await statusOf(path), await packagesOf(path)], ["canceled", []]);
    }
    const packed = "/orders/MBBAQ9BH5224";
    assert.equal((await packagesOf(packed)).length, 1);
    await take(await createSignedIn(shop.url, "wang.fang@example.com"), packed, "cancel");
    assert.deepEqual(await packagesOf(packed), []);
  });

  it("are those that make sense, on the order's page and in the list", async () => {
    const browser = await createSignedIn(shop.url, "ken.sato@example.org");
    const path = await buy(browser);
    for (const [step, offered] of [
      [null, ["pay", "cancel"]],
      ["pay", ["ship", "cancel"]],
      ["ship", ["deliver"]],
      ["deliver", []],
    ] as const) {
      if (step) await take(browser, path, step);
      assert.deepEqual(stepsOn((await browser.open(path)).text), offered);
      const [, entry = ""] = (await browser.open("/account")).text.split(`href="${path}"`);
      assert.deepEqual(stepsOn(entry.split("</li>")[0] ?? ""), offered);
    }
  });

  it("lead back to the list from the list, and nowhere else", async () => {
    const browser = await createSignedIn(shop.url, "james.obrien+shop@example.org");
    for (const [next, location] of [
      ["/account", "/account"],
      ["https://evil.example", null],
      ["//evil.example", null],
    ] as const) {
      const path = await buy(browser);
      const answer = await browser.submit(path, { step: "pay", next });
      assert.deepEqual([answer.status, answer.location], [303, location ?? path]);
    }
  });
});

describe("a step", () => {
  it("that makes no sense is refused, and changes nothing", async () => {
    const browser = await createSignedIn(shop.url, "wang.fang@example.com");
    const path = await buy(browser);
    const histories: [taken: string[], refused: string[]][] = [
      [[], ["ship", "deliver"]],
      [["pay"], ["pay", "deliver"]],
      [["ship"], ["pay", "ship", "cancel"]],
      [["deliver"], ["pay", "ship", "deliver", "cancel"]],
    ];
    for (const [taken, refused] of histories) {
      await take(browser, path, ...taken);
      const before = [await shop.order(numberIn(path)), await packagesOf(path)];
      for (const step of refused) {
        const { status, text } = await browser.submit(path, { step });
        assert.equal(status, 409, `${step} after ${taken}`);
        assert.match(text, /Nothing was done/);
      }
      assert.deepEqual([await shop.order(numberIn(path)), await packagesOf(path)], before);
    }
  });

  it("that does not exist is not found", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const path = await buy(browser);
    for (const step of ["refund", "__proto__", "constructor", ""]) {
      assert.equal((await browser.submit(path, { step })).status, 404, step);
    }
    assert.equal((await browser.submit(path, {})).status, 404);
    assert.equal(await statusOf(path), "unpaid");
  });

  it("is the owner's alone: to others the order reads like one that does not exist", async () => {
    const owner = await createSignedIn(shop.url, yilia);
    const guestOwner = createBrowser(shop.url);
    const strangers = [
      createBrowser(shop.url),
      await createSignedIn(shop.url, "wang.fang@example.com"),
      createBrowser(shop.url),
    ];
    await buy(strangers[2]!, guest);
    for (const path of [await buy(owner), await buy(guestOwner, guest)]) {
      for (const stranger of strangers) {
        const { status, text } = await stranger.submit(path, { step: "cancel" });
        const missing = await stranger.submit("/orders/MB2222222222", { step: "cancel" });
        assert.deepEqual([status, text], [404, missing.text]);
      }
      assert.equal(await statusOf(path), "unpaid");
    }
  });

  it("is not taken by a form from elsewhere, nor by a link", async () => {
    const browser = await createSignedIn(shop.url, yilia);
    const path = await buy(browser);
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "null" },
    ] as Record<string, string>[]) {
      assert.equal((await browser.submit(path, { step: "pay" }, headers)).status, 403);
      assert.equal((await browser.submit("/start-over", {}, headers)).status, 403);
    }
    await browser.open(`${path}?step=pay`);
    assert.equal(await statusOf(path), "unpaid");
  });
});

describe("starting over", () => {
  it("gives a shopper back what the shop opened with, and leaves all others as they are", async (t) => {
    const fresh = await openShop();
    t.after(fresh.close);
    const browser = await createSignedIn(fresh.url, yilia);
    const stranger = await createSignedIn(fresh.url, "wang.fang@example.com");
    const visitor = createBrowser(fresh.url);
    const asOpened = await browser.open("/account");
    const bought = [
      (await stranger.submit("/orders", { sku: "teapot" })).location,
      (await visitor.submit("/orders", { sku: "teapot", ...guest })).location,
    ];
    const mine = (await browser.submit("/orders", { sku: "teapot" })).location;
    await take(browser, "/orders/MBSX4V22SK9E", "pay", "ship");

    const { status, location } = await browser.submit("/start-over", {});
    assert.deepEqual([status, location], [303, "/account"]);
    assert.equal((await browser.open("/account")).text, asOpened.text);
    assert.equal(await fresh.order(numberIn(mine)), undefined);
    assert.deepEqual(await fresh.packages("MBSX4V22SK9E"), []);
    for (const path of bought) assert.equal((await fresh.order(numberIn(path)))?.status, "unpaid");
  });

  it("takes back what a guest ordered in this session, and nothing else of that email", async () => {
    const browser = createBrowser(shop.url);
    const other = createBrowser(shop.url);
    const [mine, others] = [await buy(browser, guest), await buy(other, guest)];
    const ended = browser.cookie;
    const { status, location } = await browser.submit("/start-over", {});
    assert.deepEqual([status, location], [303, "/"]);
    assert.deepEqual([await statusOf(mine), await statusOf(others)], [undefined, "unpaid"]);
    browser.cookie = ended;
    assert.equal((await browser.open("/account")).status, 303);
  });
});
