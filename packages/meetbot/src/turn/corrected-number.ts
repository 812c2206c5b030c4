import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";

/** Longer texts say more than how a number ends. */
const maxLength = 60;

/** How a number ends, and nothing of a date or a sum: “ends in 478”, “last digit is 7 not 8”, 是3结尾. */
const endings: readonly RegExp[] = [
  /\b(?:ends?|ending) (?:in|with|on) (\d{1,6})\b/i,
  /\blast (?:one|two|three|four|\d )?\s?(?:digits?|numbers?|figures?)(?: (?:is|are|was|were|should|must|be)){1,2} (?:a )?(\d{1,6})\b/i,
  /\b(\d{1,6}) (?:at|in) the end\b/i,
  /(?:最后|后|末|倒数)[一两二三四五六\d]?(?:位|个|个数字|位数)?(?:数字)?(?:应该|其实)?是(\d{1,6})(?!\d|位|天|号|月|元|块)/,
  /(?:尾号|末尾|结尾)(?:应该)?(?:是)?(\d{1,6})(?!\d)/,
  /(\d{1,6})(?:结尾|收尾)/,
  /\b(\d{1,6}) am ende\b/i,
  /\bendet (?:auf|mit) (\d{1,6})\b/i,
  /\bletzte[n]? (?:ziffern?|stellen?|zahl(?:en)?) (?:ist|sind|war|waren) (?:eine )?(\d{1,6})\b/i,
  /\b(?:termina|acaba) (?:en|con) (\d{1,6})\b/i,
  /\b(\d{1,6}) al final\b/i,
  /\búltim[ao]s? (?:cifras?|dígitos?|números?) (?:es|son|era|eran) (?:un )?(\d{1,6})\b/i,
];

/** “7, not 8”, 是7不是8, “7 statt 8”, “7 y no 8”: replaces one digit sequence by the other at its last occurrence. */
const instead =
  /(?<!\d)(\d{1,6})(?:,? (?:not|instead of|nicht|statt|y no|no) |[，,]?\s?(?:不是|而不是))(?:an? )?(\d{1,6})(?!\d)/i;

/**
 * Returns the recognition with the number that the customer corrected: other last digits for the number that they typed
 * before. Otherwise returns it unchanged.
 */
export function withCorrectedNumber(said: Recognition, state: DialogState): Recognition {
  // Versions before knew one number at most.
  const [number, ...others] = [state.typed ?? []].flat();
  if (number === undefined || others.length > 0 || said.text.length > maxLength || givesOne(said))
    return said;
  const value = corrected(number, said.text, state.shown.length === 0);
  if (value === null || value === number) return said;
  const entity = { value, text: said.text, start: 0, end: said.text.length };
  return {
    ...said,
    ...{ intent: "order_query", decision: "act", concern: null, topic: null, picked: null },
    ...{ isOtherTopic: false, ordinals: [], narrowing: null, about: [], code: null },
    entities: { ...said.entities, orderNumbers: [entity] },
  };
}

const givesOne = ({ entities, bareIdentifier }: Recognition) =>
  bareIdentifier !== null ||
  entities.emails.length + entities.orderNumbers.length + entities.packageNumbers.length > 0;

function corrected(number: string, words: string, showsNothing: boolean): string | null {
  const ending = endings.map((pattern) => pattern.exec(words)?.[1]).find((one) => one);
  if (ending && ending.length < number.length) return number.slice(0, -ending.length) + ending;
  const [, right, wrong] = (showsNothing && instead.exec(words)) || [];
  if (!right || !wrong || right.length !== wrong.length) return null;
  const at = number.lastIndexOf(wrong);
  return at < 0 ? null : number.slice(0, at) + right + number.slice(at + wrong.length);
}
