import type { Concern, OfPeople } from "../../model/conversation/recognition.ts";
import { compile, type Letters } from "./lexicon/patterns.ts";
import * as english from "./lexicon/people-en.ts";
import * as chinese from "./lexicon/people-zh.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** A longer text tells more than one of these says. */
const maxLength = 160;

interface Sayings {
  people: Readonly<Record<"wanted" | "anyone" | "wait" | "unneeded", readonly string[]>>;
  fillers: readonly string[];
  human: readonly string[];
  machine: readonly string[];
}

const kinds = ["unneeded", "anyone", "wait"] as const;

/** So many words of no weight may stand before, and as many behind. */
const fillersAside = "{1,3}";

function compileAll({ people, fillers, human, machine }: Sayings, letters: Letters) {
  const gap = letters === "Latin" ? " ?" : "";
  const filler = `(?:(?:${fillers.join("|")})${gap})${fillersAside}`;
  return {
    each: kinds.map(
      (kind) => [kind, compile([`^(?:${people[kind].join("|")})$`], letters)] as const,
    ),
    wanted: compile([`^(?:${people.wanted.join("|")})$`], letters),
    before: compile([`^${filler}`], letters),
    behind: compile([`${gap}${filler}$`], letters),
    human: compile(human, letters),
    machine: compile(machine, letters),
  };
}

const languages = [compileAll(english, "Latin"), compileAll(chinese, "Han")];

/** What is said of people; of the first three only where each clause says one of them, or nothing. */
export function readOfPeople({ text }: PlainClauses, concern: Concern | null): OfPeople | null {
  if (text.length > maxLength) return null;
  const lines = text.split("\n");
  if (concern === "robot") return lines.some(asksForHuman) ? "human" : null;
  const said = lines.map(kindOf);
  return said.includes(null) ? null : (kinds.find((kind) => said.includes(kind)) ?? null);
}

/** A clause that says nothing but that a person is wanted. */
export const wishesForPerson = (clause: string): boolean =>
  clause.length <= maxLength &&
  languages.some(({ wanted }) => wanted.test(clause.replace(/\?$/, "").trim()));

/** Which of them a clause says; `nothing`: it has no weight; `null`: it says something else. */
function kindOf(line: string): (typeof kinds)[number] | "nothing" | null {
  for (const { each, before, behind } of languages) {
    const left = line.replace(before, "").trim();
    for (const bare of [
      line,
      left,
      left.replace(behind, "").trim(),
      line.replace(behind, "").trim(),
    ]) {
      if (bare === "") return "nothing";
      const found = each.find(([, pattern]) => pattern.test(bare));
      if (found) return found[0];
    }
  }
  return null;
}

/** “Are you human?”, and not “human or robot?”. */
const asksForHuman = (line: string): boolean =>
  languages.some(({ human }) => human.test(line)) &&
  !languages.some(({ machine }) => machine.test(line));
