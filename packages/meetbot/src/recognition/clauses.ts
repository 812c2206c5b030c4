const clause = /[^.!?,;。、\n]+\??/g;
/** In Chinese a space ends a clause as a comma does. */
const chineseClause = /(?:[^.!?,;。、\s]|(?<![\p{Script=Han}]) (?!\p{Script=Han}))+\??/gu;

/** The parts of an utterance that each say one thing. */
export function splitClauses(masked: string): string[] {
  const split = /\p{Script=Han}/u.test(masked) ? chineseClause : clause;
  return masked.match(split) ?? [];
}
