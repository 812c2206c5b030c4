import type { Concern, OfPeople } from "../../model/conversation/recognition.ts";
import * as english from "./lexicon/people-en.ts";
import * as chinese from "./lexicon/people-zh.ts";
import { compile, type Letters } from "./lexicon/patterns.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** A longer text tells more than one of these says. */
const maxLength = 160;

interface Sayings {
  people: Readonly<Record<"anyone" | "wait" | "unneeded", readonly string[]>>;
  fillers: readonly string[];
  human: readonly string[];
  machine: readonly string[];
}

/** A whole clause, with words of no weight around it. */
function whole(entries: readonly string[], fillers: readonly string[], letters: Letters): RegExp {
  const gap = letters === "Latin" ? " " : "";
  const filler = `(?:${fillers.join("|")})`;
  return compile(
    [`^(?:${filler}${gap}){0,3}(?:${entries.join("|")})(?:${gap}${filler}){0,3}$`],
    letters,
  );
}

const compileAll = ({ people, fillers, human, machine }: Sayings, letters: Letters) => ({
  each: (["unneeded", "anyone", "wait"] as const).map(
    (kind) => [kind, whole(people[kind], fillers, letters)] as const,
  ),
  filler: whole(fillers, fillers, letters),
  human: compile(human, letters),
  machine: compile(machine, letters),
});

const languages = [compileAll(english, "Latin"), compileAll(chinese, "Han")];

const byWeight: readonly OfPeople[] = ["unneeded", "anyone", "wait"];

/** What is said of people; of the first three only where each clause says one of them, or nothing. */
export function readOfPeople({ text }: PlainClauses, concern: Concern | null): OfPeople | null {
  if (text.length > maxLength) return null;
  const lines = text.split("\n");
  if (concern === "robot") return lines.some(asksForHuman) ? "human" : null;
  const said: OfPeople[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    if (kind) said.push(kind);
    else if (!languages.some(({ filler }) => filler.test(line))) return null;
  }
  return byWeight.find((kind) => said.includes(kind)) ?? null;
}

function kindOf(line: string): OfPeople | null {
  for (const { each } of languages) {
    const found = each.find(([, pattern]) => pattern.test(line));
    if (found) return found[0];
  }
  return null;
}

/** “Are you human?”, and not “human or robot?”. */
const asksForHuman = (line: string): boolean =>
  languages.some(({ human }) => human.test(line)) &&
  !languages.some(({ machine }) => machine.test(line));
