import type { OperatorLocale } from "../operator-locale.ts";

const en = {
  why: "why",
  fix: "fix",
  place: "at",
  counts: (passed: number, failed: number, warned: number, skipped: number, seconds: string) =>
    `${passed} passed, ${failed} failed, ${warned} ${warned === 1 ? "warning" : "warnings"}, ${skipped} not tested, in ${seconds} s`,
  again: "Mend it, and test it alone:",
  moreData:
    "Name data of your shop to test the rest: --account EMAIL --other-account EMAIL --order NUMBER --package NUMBER",
  nothing: "Nothing was tested: each rule says why. No rule can be called kept.",
  strict:
    "What must be kept is kept. With --strict warnings fail too, and so does what was not tested: each rule says why.",
  part: "All that was tested is kept. Test the rest without --only.",
  live: "The webhook keeps the protocol. Give Meetbot its URL:",
  curlNote: "Set MEETBOT_SIGNING_SECRET to your secret, and run this in a shell:",
  must: "must",
  should: "should",
};

const zh: typeof en = {
  why: "原因",
  fix: "修复",
  place: "位置",
  counts: (passed, failed, warned, skipped, seconds) =>
    `通过 ${passed}，失败 ${failed}，警告 ${warned}，未测试 ${skipped}，用时 ${seconds} 秒`,
  again: "修复之后单独测试：",
  moreData:
    "提供店铺的真实数据即可测试其余规则：--account EMAIL --other-account EMAIL --order NUMBER --package NUMBER",
  nothing: "什么也没有测试，原因见各条规则；不能说有哪条规则已经符合。",
  strict: "必须符合的规则全部符合。使用 --strict 时，警告和未测试的规则也算失败，原因见各条规则。",
  part: "所测试的规则全部符合。去掉 --only 可测试其余规则。",
  live: "webhook 符合协议。把它的 URL 交给 Meetbot：",
  curlNote: "把 MEETBOT_SIGNING_SECRET 设为您的密钥，在 shell 里运行：",
  must: "必须",
  should: "应当",
};

/** The report's texts around the findings, in the merchant's language. */
export const reportWords: Readonly<Record<OperatorLocale, typeof en>> = { en, zh };
