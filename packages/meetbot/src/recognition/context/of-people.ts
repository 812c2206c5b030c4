import type { Concern, OfPeople } from "@meetbot/model/conversation/recognition.ts";
import { createPhraseMatcher, type PhraseList } from "../matching/phrase-matcher.ts";
import { splitAlternatives } from "../matching/phrase-syntax.ts";
import { compile, gaps } from "./lexicon/patterns.ts";
import * as english from "./lexicon/people/people-en.ts";
import * as chinese from "./lexicon/people/people-zh.ts";
import { declines, personCalls } from "./lexicon/people/person-calls.ts";
import type { ContextMatches } from "./phrases.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** Maximum length: a longer text says more than one of these phrases. */
const maxLength = 160;

const kinds = ["unneeded", "anyone", "wait"] as const;
type Kind = (typeof kinds)[number];

const lexicons = [
  { letters: "Latin", lexicon: english },
  { letters: "Han", lexicon: chinese },
] as const;

/** How many filler words may come before a phrase, and how many after it. */
const fillersAside = "{1,3}";

const languages = lexicons.map(({ letters, lexicon: { fillers, human, machine } }) => {
  const gap = letters === "Latin" ? " ?" : "";
  const filler = `(?:(?:${fillers.join("|")})${gap})${fillersAside}`;
  return {
    letters,
    before: compile([`^${filler}`], letters),
    behind: compile([`${gap}${filler}$`], letters),
    human: compile(human, letters),
    machine: compile(machine, letters),
  };
});

const listsOf = <Of extends Kind | "wanted">(kind: Of): PhraseList<Of>[] =>
  lexicons.map(({ letters, lexicon: { people } }) => ({
    ...{ meaning: kind, letters },
    phrases: people[kind].flatMap(splitAlternatives).map((phrase) => `^(?:${phrase})$`),
  }));

/** Matches phrases against a whole clause. */
const matchClause = createPhraseMatcher<{ kinds: Kind; wanted: "wanted" }>(
  {
    kinds: kinds.flatMap(listsOf),
    wanted: [
      ...listsOf("wanted"),
      ...personCalls.map((list) => ({ ...list, meaning: "wanted" }) as const),
    ],
  },
  gaps,
);

/** Returns what a text says of people; the first three kinds only where each clause says one of them, or nothing. */
export function readOfPeople(
  { text }: PlainClauses,
  { people }: ContextMatches,
  concern: Concern | null,
): OfPeople | null {
  if (text.length > maxLength) return null;
  const lines = text.split("\n");
  if (concern === "robot") return lines.some(asksForHuman) ? "human" : null;
  if (people.length === 0) return null;
  const said = lines.map(kindOf);
  return said.includes(null) ? null : (kinds.find((kind) => said.includes(kind)) ?? null);
}

/** Checks whether a clause asks for a person, whatever else it says. */
export const wishesForPerson = (clause: string): boolean =>
  clause.length <= maxLength && matchClause(clause.replace(/\?$/, "").trim()).wanted.length > 0;

/** Checks whether a clause declines a person. */
export const declinesPerson = (clause: string): boolean =>
  clause.length <= maxLength && declines.some((pattern) => pattern.test(clause));

/** Returns which kind a clause matches; `nothing` if it consists of fillers; `null` if it says something else. */
function kindOf(line: string): Kind | "nothing" | null {
  for (const { letters, before, behind } of languages) {
    const left = line.replace(before, "").trim();
    const withoutFillers = [left.replace(behind, "").trim(), line.replace(behind, "").trim()];
    for (const bare of new Set([line, left, ...withoutFillers])) {
      if (bare === "") return "nothing";
      const found = matchClause(bare).kinds.find((match) => match.letters === letters);
      if (found) return found.meaning;
    }
  }
  return null;
}

/** “Are you human?”, and not “human or robot?”. */
const asksForHuman = (line: string): boolean =>
  languages.some(({ human }) => human.test(line)) &&
  !languages.some(({ machine }) => machine.test(line));
