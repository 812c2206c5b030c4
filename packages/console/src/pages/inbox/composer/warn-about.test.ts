import assert from "node:assert/strict";
import { test } from "node:test";
import { warnAbout } from "./warn-about.ts";

const nothing: string[] = [];

test("whatever would tell a stranger who bought, or where, is warned of", () => {
  for (const [text, ...warnings] of [
    ["I see yilia@meetbot.biz on it.", "email"],
    ["Write to <Yilia.M+shop@mail.meetbot.biz>, please", "email"],
    ["邮箱是 yilia@meetbot.biz。", "email"],
    ["Your order 12345678902 has left.", "number"],
    ["It is #PA-100234-X.", "number"],
    ["Am Alten Weg wohnt niemand, sondern in der Hauptstr. 7b", "address"],
    ["Ring +49 30 1234567", "phone"],
    ["Ring (415) 555-2671.", "phone"],
    ["快递员电话 13812345678", "phone"],
    ["See https://shop.example/o/7.", "link"],
    ["Look at www.ups.com", "link"],
    ["dhl.de/track knows more", "link"],
    ["It goes to 12 Baker Street.", "address"],
    ["We ship to 1600 N. Main St", "address"],
    ["Lieferung an die Hauptstraße 7", "address"],
    ["Se envía a Calle Mayor, 14", "address"],
    ["寄到上海市黄浦区南京东路299号", "address"],
    ["12345678902, yilia@meetbot.biz", "email", "number"],
  ] as const) {
    assert.deepEqual(warnAbout(text, nothing), warnings, text);
  }
});

test("what one says to anybody is not warned of", () => {
  for (const text of [
    "",
    "I am looking into it, one moment.",
    "It arrives on 2026-12-01, or 1.12.2026.",
    "The refund is 1,234.50 USD.",
    "It takes 3-5 days, at most 10.",
    "We are open 9:00-17:30.",
    "Two parcels of 4: sorry for that!",
    "订单 3 天内发货，请稍等。",
    "That costs 100000 yen in 24 months.",
  ]) {
    assert.deepEqual(warnAbout(text, ["I paid 100000"]), [], text);
  }
});

test("what the customer named, or was shown, may be said again", () => {
  const known = ["where is 123 456 78902", "My mail is Yilia@meetbot.biz", "call 0301234567"];
  assert.deepEqual(warnAbout("Order 12345678902 of yilia@meetbot.biz", known), []);
  assert.deepEqual(warnAbout("I call 030-1234567", known), []);
  assert.deepEqual(warnAbout("Order 12345678903", known), ["number"]);
});

test("a long text is read at once", () => {
  const start = process.cpuUsage();
  for (const piece of ["1 ", "12 a ", "1-", "市1", "a.", "(", "calle a "])
    warnAbout(piece.repeat(2000 / piece.length), nothing);
  assert(process.cpuUsage(start).user < 5_000_000); // microseconds of the processor's time
});
