const clause = /[^.!?,;。、\s][^.!?,;。、\n]*\??/g;
/** In Chinese a space ends a clause as a comma does. */
const chineseClause = /(?:[^.!?,;。、\s]|(?<![\p{Script=Han}]) (?!\p{Script=Han}))+\??/gu;

/** “…, is it?”: a tag question belongs to the clause before it. Searched once per gap. */
const questionTag =
  /(?<![\s,、])[\s,、]+(?=(?:是吧|是吗|是么|是不是|对吧|对吗|对么|对不对|好吗|行吗|吗|么)(?:[\s,。!?]|$))/g;
/**
 * Particles at a clause's end color it, and mean nothing. They are Han themselves, so that a run of
 * them after another script begins behind its first; only there, and not at each, is one looked for.
 */
const particles =
  /(?<=\p{Script=Han})(?<!\p{Script=Han}[啊呀哦噢喔哟唷哇哈咯喽呐嘞哒诶欸])[啊呀哦噢喔哟唷哇哈咯喽呐嘞哒诶欸]+(?=\??$)/u;

/** Splits an utterance into clauses that each make one statement. */
export function splitClauses(masked: string): string[] {
  if (!/\p{Script=Han}/u.test(masked)) return masked.match(clause) ?? [];
  const clauses = masked.replace(questionTag, "").match(chineseClause) ?? [];
  return clauses.map((text) => text.replace(particles, ""));
}
