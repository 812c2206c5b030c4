import { clockOffsetS } from "../../inspection/clock.ts";
import { broken, kept, type Said, skippedFor, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import type { Spoiling } from "../../inspection/run-result.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { checkEach, checkRefusal } from "../check-answers.ts";
import { testRecipe } from "../test.ts";
import { isHubEnough } from "./forgeries.ts";

type WeakRule = "security.weak-key" | "security.whole-signature" | "security.tolerance";

/** The clock difference that the protocol allows, in seconds. */
const TOLERANCE_S = 300;

/** How close to the limit a query is sent, in seconds: clocks that report whole seconds differ by one or two. */
const EDGE_S = 10;

const hex = (text: string) => Buffer.from(text).toString("hex");

/** HMAC gives the same result for an empty key and a key of zeros. */
const weakKeys: [key: string, what: Said][] = [
  ["00", seen.text("an empty key, or one of zeros,", "空的或全零的密钥")],
  ...["undefined", "null", "None", "false", "whsec_", "secret"].map((word): [string, Said] => [
    hex(word),
    seen.text(`the key “${word}”`, `密钥“${word}”`),
  ]),
];

const spoilings: [how: Spoiling, what: Said][] = [
  ["end", seen.text("signatures with another letter at the end", "末尾一个字符不同的签名")],
  ["middle", seen.text("signatures with another letter in the middle", "中间一个字符不同的签名")],
  ["beginning", seen.text("signatures with another first letter", "第一个字符不同的签名")],
  ["short", seen.text("the first 8 letters of the signatures", "签名的前 8 个字符")],
  ["case", seen.text("a signature in the other letter case", "大小写颠倒的签名")],
];

/** Cases with signatures that only a careless check accepts, and with timestamps at the edge of the allowed range. */
export const weakCheckCases: Pick<CasesOf<"security">, WeakRule> = {
  "security.weak-key": (inspection) =>
    checkEach(weakKeys, async ([weakKey, { en, zh }]) =>
      checkRefusal(
        await inspection.probe({ ...testRecipe(inspection), weakKey }),
        seen.text(`a query signed with ${en}`, `一个用${zh}签名的查询`),
      ),
    ),

  async "security.whole-signature"(inspection) {
    // Digits of X-Hub-Signature may be in either case.
    const isHub = await isHubEnough(inspection);
    const tried = spoilings.filter(([how]) => how !== "case" || !isHub);
    return checkEach(tried, async ([spoilt, what]) =>
      checkRefusal(await inspection.probe({ ...testRecipe(inspection), spoilt }), what),
    );
  },

  async "security.tolerance"(inspection) {
    return checkEach([1, -1], async (sign) => {
      const ageS = ageOnTheirClock(inspection, sign * (TOLERANCE_S - EDGE_S));
      const sent = await inspection.probe({ ...testRecipe(inspection), ageS });
      if (reactionOf(sent) === "answered") return kept([sent]);
      const what =
        sign > 0
          ? seen.text("a query signed 290 seconds ago", "一个 290 秒前签名的查询")
          : seen.text("a query signed 290 seconds ahead", "一个时间超前 290 秒的查询");
      return broken([sent], seen.broke(what, sent));
    });
  },
};

/** A time just beyond the edge must be refused too, not only one far away. */
export async function checkEdge(inspection: Inspection, sign: 1 | -1): Promise<Verdict> {
  const ageS = ageOnTheirClock(inspection, sign * (TOLERANCE_S + EDGE_S));
  const sent = await inspection.probe({ ...testRecipe(inspection), ageS });
  const what =
    sign > 0
      ? seen.text("a query signed 310 seconds ago", "一个 310 秒前签名的查询")
      : seen.text("a query signed 310 seconds ahead", "一个时间超前 310 秒的查询");
  if (reactionOf(sent) !== "answered") return checkRefusal(sent, what);
  return clockOffsetS(inspection) === null ? skippedFor("limits.clock") : checkRefusal(sent, what);
}

/** Returns the age to sign with so that the webhook sees the intended age even if its clock is off. */
function ageOnTheirClock(inspection: Inspection, ageS: number): number {
  return Math.round(ageS - (clockOffsetS(inspection) ?? 0));
}
