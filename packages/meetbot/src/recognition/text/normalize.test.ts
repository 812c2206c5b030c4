import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { normalize } from "./normalize.ts";

describe("normalize", () => {
  it("folds full-width signs and lower-cases what patterns read, but keeps the case for values", () => {
    const { folded, text } = normalize("ＳＦ１２３，Ａ＠Ｂ");
    assert.equal(folded, "SF123,A@B");
    assert.equal(text, "sf123,a@b");
  });

  it("reads Traditional characters as Simplified ones", () => {
    assert.equal(normalize("訂單還沒發貨嗎").text, "订单还没发货吗");
  });

  it("drops characters that nobody sees", () => {
    assert.equal(normalize("or\u200Bder\uFEFF \u202E12\u00AD34").text, "order 1234");
  });

  it("finds the way back from every index to what was written", () => {
    const utterance = "﷼ 👉🏽 Ａ\u200Bb é ﬁ 單\uD800號";
    const { text, locate } = normalize(utterance);
    for (let index = 0; index < text.length; index += 1) {
      const { start, end } = locate(index, index + 1);
      const written = utterance.slice(start, end);
      assert.ok(end > start && normalize(written).text.includes(text.charAt(index)), written);
    }
    const place = locate(text.indexOf("ab"), text.indexOf("ab") + 2);
    assert.equal(utterance.slice(place.start, place.end), "Ａ\u200Bb");
  });
});
