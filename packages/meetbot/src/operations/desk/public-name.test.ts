import assert from "node:assert/strict";
import { test } from "node:test";
import { publicNameOf, readPublicName } from "./public-name.ts";

test("customers read a name without what would turn, hide or break the line that it stands in", () => {
  const names: [given: string, read: string | null][] = [
    ["  Ada   from\nMeetbot ", "Ada from Meetbot"],
    ["Ada\u202eadA\u2066\u200b\u0007", "AdaadA"],
    ["نو\u200cید", "نو\u200cید"],
    ["客服小林", "客服小林"],
    ["Dr. Ada J.R. Smith", "Dr. Ada J.R. Smith"],
    ["e\u0301va", "éva"],
    ["…\u200d", null],
    ["", null],
    ["n".repeat(40), "n".repeat(40)],
    [`${"😀".repeat(39)}n`, `${"😀".repeat(39)}n`],
  ];
  for (const [given, name] of names) assert.deepEqual(readPublicName(given), { name }, given);
});

test("a name that is too long, or of which a chat makes a link, is refused", () => {
  for (const given of ["n".repeat(41), "😀".repeat(41)]) {
    assert.deepEqual(readPublicName(given), { fault: "too_long" });
  }
  for (const given of [
    "https://shop.example",
    "javascript://x",
    "Ada from shop.example",
    "www.shop.example",
    "ada@shop.example",
    "商店。中国",
    "sh\u200bop.ex\u200bample",
    "SHOP．COM",
  ]) {
    assert.deepEqual(readPublicName(given), { fault: "address" }, given);
  }
});

test("who chose no name is known by the first word of theirs, or as the shop's team", () => {
  const nameOf = (name: string, publicName: string | null = null) =>
    publicNameOf({ name, publicName }, "en");
  assert.equal(nameOf("Ada Lovelace"), "Ada");
  assert.equal(nameOf("Ada Lovelace", "Support"), "Support");
  assert.equal(nameOf("ada@shop.example"), "the team");
  assert.equal(nameOf("- Lovelace"), "the team");
  assert.equal(publicNameOf({ name: "🤖", publicName: null }, "de"), "unser Team");
});
