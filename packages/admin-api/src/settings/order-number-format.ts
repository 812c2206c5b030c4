import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";

const maxLength = 40;

const written =
  /^(?<prefix>[\w#./-]{0,16})\[(?<characters>digits|letters and digits) (?<min>\d{1,2})(?:-(?<max>\d{1,2}))?\](?<exact> case-sensitive)?$/i;

const howToWrite =
  "An order number's format is a prefix, if there is one, and then [digits 6], [digits 6-8] or [letters and digits 6-8], such as SO-[digits 6-8]; “ case-sensitive” may follow.";

/**
 * Parses a shop's order number format. Throws an {@link InvalidSettingError} if the format is malformed or no number
 * could match it.
 */
export function readOrderNumberFormat(value: string): OrderNumberFormat {
  const groups = written.exec(value.trim())?.groups;
  if (!groups) throw new InvalidSettingError(howToWrite);
  const { prefix = "", characters = "", min, max = min, exact } = groups;
  const format: OrderNumberFormat = {
    prefix,
    characters: characters.toLowerCase() === "digits" ? "digits" : "letters and digits",
    minLength: Number(min),
    maxLength: Number(max),
    caseMatters: exact !== undefined,
  };
  refuseImpossible(format);
  return format;
}

function refuseImpossible({ prefix, characters, ...format }: OrderNumberFormat): void {
  const { minLength } = format;
  if (minLength < 1 || format.maxLength < minLength || format.maxLength > maxLength) {
    throw new InvalidSettingError(
      `The lengths go from the shorter to the longer, from 1 to ${maxLength}: [digits 6-8].`,
    );
  }
  // Without letters in the prefix, a short format of digits matches any number, and one that allows letters any word.
  const isNamed = /[a-z]/i.test(prefix);
  if (!isNamed && (prefix.length + minLength < 4 || (characters !== "digits" && minLength < 6))) {
    throw new InvalidSettingError(
      "Without letters before it, an order number has 4 digits or more, or 6 letters and digits or more: other words and numbers would be taken for one.",
    );
  }
  if (prefix.length + minLength < 3) {
    throw new InvalidSettingError("An order number has 3 characters or more, its prefix included.");
  }
}

/** The format as operators write it. */
export function writeOrderNumberFormat(format: OrderNumberFormat): string {
  const { prefix, characters, minLength, caseMatters } = format;
  const length = minLength === format.maxLength ? minLength : `${minLength}-${format.maxLength}`;
  return `${prefix}[${characters} ${length}]${caseMatters ? " case-sensitive" : ""}`;
}
