import assert from "node:assert/strict";
import { test } from "node:test";
import { readerOf } from "../status/reader-of.ts";
import { addressLine } from "./address-line.ts";

const address = {
  street_1: "样例街 15 号",
  city: "杭州市",
  state: "浙江省",
  postal_code: "310000",
  country: "CN",
};

test("an address is written in the order of the reader's language", () => {
  assert.equal(addressLine(address, readerOf("zh")), "中国 浙江省 杭州市 样例街 15 号 310000");
  assert.equal(addressLine(address, readerOf("en")), "样例街 15 号, 杭州市, 浙江省, 310000, CN");
});

test("Chinese calls a country by its name, and leaves what is no code as it stands", () => {
  assert.equal(addressLine({ city: "東京", country: "JP" }, readerOf("zh-Hant")), "日本 東京");
  assert.equal(
    addressLine({ city: "Berlin", country: "Germany" }, readerOf("zh")),
    "Germany Berlin",
  );
});

test("what stands twice in an address is told once, and what is missing leaves no gap", () => {
  const shanghai = { city: "上海市", state: "上海市", postal_code: "", street_1: "示范路 88 弄" };
  assert.equal(addressLine(shanghai, readerOf("zh")), "上海市 示范路 88 弄");
  assert.equal(addressLine({}, readerOf("en")), "");
});
