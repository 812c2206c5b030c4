import { randomInt } from "node:crypto";
import type { TestQuery } from "@meetbot/protocol";
import { broken, kept, skippedFor, type Verdict } from "../inspection/finding.ts";
import type { Inspection } from "../inspection/inspection.ts";
import { type Asked, askQuery, toQuery } from "../inspection/known.ts";
import { newTestToken } from "../inspection/new-test-token.ts";
import { reactionOf } from "../inspection/reaction.ts";
import { type RequestSpec, recipeOf } from "../inspection/recipe.ts";
import { excerpt, seen } from "../inspection/seen.ts";
import type { CasesOf } from "./case.ts";
import { checkEach, skipBrokenLimit } from "./check-answers.ts";

/** Sends the first query of every run: its result decides whether anything else can be tested. */
export function reach(inspection: Inspection): Promise<Asked> {
  return inspection.once("reach", () => askTest(inspection));
}

/** Sends a `test` query, with a new token unless the caller passes one. */
export function askTest(inspection: Inspection, testToken = newTestToken()): Promise<Asked> {
  return askQuery(inspection, { method: "test", testToken });
}

/** A `test` query to do something to. */
export function testRecipe(inspection: Inspection): RequestSpec {
  return recipeOf(toQuery(inspection, { method: "test", testToken: newTestToken() }));
}

/** Whether the answer to a `test` query contains its token. */
export function isEchoed({ query, answer }: Asked): boolean {
  return answer?.kind === "test" && answer.testToken === (query as TestQuery).testToken;
}

/** A family emoji of several code points, Arabic, a combining accent, and white space inside. */
const unusualToken = () => `👨‍👩‍👧 مرحبا e\u0301 "\\/ 中文 ${randomInt(1e9)}`;

const longToken = () =>
  Array.from({ length: 20 }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join("");

export const testCases: CasesOf<"test"> = {
  async "test.status"(inspection) {
    const { sent } = await reach(inspection);
    return sent.exchange.httpStatus === 200 ? kept([sent]) : broken([sent], seen.came(sent));
  },

  async "test.answer"(inspection) {
    const { sent, answer, fault } = await reach(inspection);
    if (answer?.kind === "test") return kept([sent]);
    if (fault === null || reactionOf(sent) === "babbled") return broken([sent], seen.came(sent));
    return broken([sent], seen.unreadable(fault.message), fault.pointer);
  },

  async "test.token"(inspection) {
    return checkEcho(await reach(inspection));
  },

  async "test.token-verbatim"(inspection) {
    if (!isEchoed(await reach(inspection))) return skippedFor("test.token");
    return checkEach([unusualToken(), longToken()], async (token) => {
      const asked = await askTest(inspection, token);
      return reportDecoded(asked) ?? checkEcho(asked);
    });
  },

  async "test.content-type"(inspection) {
    const { sent } = await reach(inspection);
    const type = sent.exchange.responseHeaders["content-type"] ?? "";
    if (/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) return kept([sent]);
    const told = type === "" ? seen.text("There is none.", "没有这个头。") : null;
    return broken(
      [sent],
      told ?? seen.text(`It is ${excerpt(type)}.`, `收到的是 ${excerpt(type)}。`),
    );
  },
};

/** If signatures fail only for non-ASCII text, the webhook does not compute them over the raw bytes of the body. */
function reportDecoded({ query, sent }: Asked): Verdict | null {
  const isAscii = /^[ -~]*$/.test((query as TestQuery).testToken);
  const { httpStatus: status } = sent.exchange;
  if (isAscii || (status !== 401 && status !== 403)) return null;
  const came = seen.came(sent);
  return broken(
    [sent],
    seen.text(
      `A test_token with letters outside ASCII was refused as wrongly signed, and one of ASCII was not: the body seems to be decoded before its signature is computed, and not as UTF-8. Compute it over the bytes as they came. ${came.en}`,
      `带非 ASCII 字符的 test_token 被当作签名错误而拒绝，纯 ASCII 的却没有：正文似乎在计算签名之前就被解码了，而且不是按 UTF-8。请对收到的原始字节计算签名。${came.zh}`,
    ),
  );
}

function checkEcho(asked: Asked): Verdict {
  const { query, sent, answer } = asked;
  const limit = skipBrokenLimit([sent]);
  if (limit) return limit;
  if (isEchoed(asked)) return kept([sent]);
  if (reactionOf(sent) !== "answered") return broken([sent], seen.came(sent));
  if (answer?.kind !== "test") return skippedFor("test.answer");
  const asks = JSON.stringify((query as TestQuery).testToken);
  const came = JSON.stringify(answer.testToken);
  return broken(
    [sent],
    seen.text(`Sent ${asks} and got ${excerpt(came)}.`, `发送 ${asks}，得到 ${excerpt(came)}。`),
    "/test_token",
  );
}
