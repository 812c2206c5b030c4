import type { OperatorLocale } from "../operator-locale.ts";
import { groups } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { reportWords } from "./words.ts";

/** All rules, one a line, for `--list`. */
export function formatRules(locale: OperatorLocale): string[] {
  const say = reportWords[locale];
  return groups
    .flatMap((group) => rules.filter((rule) => rule.group === group))
    .map(({ id, severity, words }) => `${id.padEnd(31)} ${say[severity]}  ${words[locale].title}`);
}
