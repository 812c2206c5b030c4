import { closeGaps, type Letters } from "./phrase-syntax.ts";

/** Marks at the ends of a literal that restrict where it may match; no text uses these characters. */
export const marks = {
  /** No letter, digit or apostrophe stands before it. */
  wordStart: "\uf8f1",
  /** No letter or digit follows it. */
  wordEnd: "\uf8f2",
  lineStart: "\uf8f3",
  lineEnd: "\uf8f4",
} as const;

/** The literals of a phrase. */
export interface Literals {
  /** The texts of which every match of the phrase contains one, in the order in which they are tried. */
  texts: readonly string[];
  /** Whether the literals are all that the phrase matches, so that nothing else needs a check. */
  isAll: boolean;
}

/** A phrase with more texts than this is treated as a pattern. */
const maxTexts = 24;
/** A class with more characters than this is treated as any character. */
const maxClass = 40;

/** The known facts about a part of a phrase. */
interface Part {
  /** All that it matches, the first tried first, if that is few texts; null: it is more. */
  all: readonly string[] | null;
  /** If `all` is null, every match contains one of these texts; null when no such text is known. */
  required: readonly string[] | null;
}

const nothing: Part = { all: [""], required: null };
const anything: Part = { all: null, required: null };

/**
 * Returns the literals of one alternative of a phrase, such as “where” and “whereabouts” of `where(abouts)?`.
 * Lookarounds exclude some matches and add none. Throws when a phrase has no literal, because it would be tried on
 * every text.
 */
export function findLiterals(
  phrase: string,
  letters: Letters | null,
  groups: KnownGroups = new Map(),
): Literals {
  const reader: Reader = { phrase: closeGaps(phrase), at: 0, hasLookaround: false, groups };
  const read = readAlternatives(reader);
  if (reader.at < reader.phrase.length)
    throw new Error(`"${phrase}" has a ")" that closes nothing.`);
  const part =
    letters === "Latin"
      ? sequenceOf([literal(marks.wordStart), read, literal(marks.wordEnd)])
      : read;
  if (part.all && !reader.hasLookaround && part.all.every(isLiteral)) {
    return { texts: part.all, isAll: true };
  }
  const texts = requiredOf(part);
  if (texts === null) throw new Error(`"${phrase}" has no word that must stand in a text.`);
  return { texts: [...new Set(texts)], isAll: false };
}

/** A cache of parsed groups for callers that read many phrases: lexicons repeat the same groups. */
export type KnownGroups = Map<string, { part: Part; hasLookaround: boolean }>;

interface Reader {
  readonly phrase: string;
  at: number;
  hasLookaround: boolean;
  readonly groups: KnownGroups;
}

const literal = (text: string): Part => ({ all: [text], required: null });

function readAlternatives(reader: Reader): Part {
  const branches = [readSequence(reader)];
  while (reader.phrase[reader.at] === "|") {
    reader.at += 1;
    branches.push(readSequence(reader));
  }
  const [only = nothing] = branches;
  if (branches.length === 1) return only;
  const all = unionOf(branches.map((branch) => branch.all));
  return { all, required: all ? null : unionOf(branches.map(requiredOf)) };
}

function unionOf(sets: readonly (readonly string[] | null)[]): readonly string[] | null {
  const union = new Set<string>();
  for (const set of sets) {
    if (set === null) return null;
    for (const text of set) union.add(text);
  }
  return [...union];
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = [];
  while (reader.at < reader.phrase.length && !"|)".includes(reader.phrase[reader.at] ?? "")) {
    parts.push(readRepeated(reader));
  }
  return sequenceOf(parts);
}

/**
 * Combines consecutive parts: into whole texts while there are few, otherwise keeps the most selective required texts.
 */
function sequenceOf(parts: readonly Part[]): Part {
  let run: readonly string[] = [""];
  let isAll = true;
  let required: readonly string[] | null = null;
  const offer = (texts: readonly string[] | null) => {
    if (texts !== null && costOf(texts) < costOf(required)) required = texts;
  };
  for (const part of parts) {
    if (part.all && run.length * part.all.length <= maxTexts) {
      run = productOf(run, part.all);
      continue;
    }
    isAll = false;
    offer(run);
    offer(requiredOf(part));
    run = part.all ?? [""];
  }
  if (!isAll) offer(run);
  return { all: isAll ? run : null, required };
}

function productOf(heads: readonly string[], tails: readonly string[]): readonly string[] {
  const [head = "", ...others] = heads;
  if (others.length === 0) return head === "" ? tails : tails.map((tail) => head + tail);
  if (tails.length === 1) return tails[0] === "" ? heads : heads.map((one) => one + tails[0]);
  return heads.flatMap((one) => tails.map((tail) => one + tail));
}

/** Reads one atom and how often it repeats. */
function readRepeated(reader: Reader): Part {
  const atom = readAtom(reader);
  const { phrase } = reader;
  repetition.lastIndex = reader.at;
  const [written = ""] = repetition.exec(phrase) ?? [];
  // The star that matches any ending of a word is a separate atom.
  if (written === "" || (written === "*" && /[a-z]/.test(phrase[reader.at - 1] ?? ""))) return atom;
  reader.at += written.length;
  if (written === "?" && atom.all) return { all: [...atom.all, ""], required: null };
  return /^(?:[?*]|\{0)/.test(written) ? anything : { all: null, required: requiredOf(atom) };
}

const repetition = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

function readAtom(reader: Reader): Part {
  const { phrase } = reader;
  const sign = phrase[reader.at] ?? "";
  if (sign === "(") return readGroup(reader);
  if (sign === "[") return readClass(reader);
  if (sign === "\\") return readEscape(reader);
  plainText.lastIndex = reader.at;
  const [plain] = plainText.exec(phrase) ?? [];
  reader.at += plain?.length ?? 1;
  if (plain !== undefined) return literal(plain);
  if (sign === "^") return literal(marks.lineStart);
  if (sign === "$") return literal(marks.lineEnd);
  return ".…*".includes(sign) ? anything : literal(sign);
}

/** Literal characters; if the last one is repeated, it is read separately. */
const plainText = /[^\\()[\]{}|.?*+^$…]+(?![?+{])(?!(?<![a-z])\*)/y;

function readGroup(reader: Reader): Part {
  const text = reader.phrase.slice(reader.at, endOfGroup(reader));
  reader.at += text.length;
  groupStart.lastIndex = 0;
  const [start = "("] = groupStart.exec(text) ?? [];
  if (/[=!]$/.test(start)) {
    reader.hasLookaround = true;
    return nothing;
  }
  const { groups } = reader;
  const known = groups.get(text) ?? readNewGroup(text.slice(start.length, -1), groups);
  groups.set(text, known);
  reader.hasLookaround ||= known.hasLookaround;
  return known.part;
}

function readNewGroup(phrase: string, groups: KnownGroups) {
  const reader: Reader = { phrase, at: 0, hasLookaround: false, groups };
  const part = readAlternatives(reader);
  return { part, hasLookaround: reader.hasLookaround };
}

function endOfGroup({ phrase, at }: Reader): number {
  let depth = 0;
  let isInClass = false;
  for (let index = at; index < phrase.length; index += 1) {
    const sign = phrase[index];
    if (sign === "\\") index += 1;
    else if (sign === "[") isInClass = true;
    else if (sign === "]") isInClass = false;
    else if (isInClass) continue;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && --depth === 0) return index + 1;
  }
  throw new Error(`"${phrase}" lacks a ")".`);
}

const groupStart = /\((?:\?(?:<?[=!]|:))?/y;

function readClass(reader: Reader): Part {
  characterClass.lastIndex = reader.at;
  const [written] = characterClass.exec(reader.phrase) ?? [];
  if (written === undefined) throw new Error(`"${reader.phrase}" lacks a "]".`);
  reader.at += written.length;
  const members = [...written.slice(1, -1)];
  const isPlain = !/[\\^-]/.test(written) && members.length <= maxClass;
  return isPlain ? { all: members, required: null } : anything;
}

const characterClass = /\[(?:\\.|[^[\]\\])*\]/y;

function readEscape(reader: Reader): Part {
  const [written = "\\"] = /^\\(?:[pP]\{[^}]*\}|.)/.exec(reader.phrase.slice(reader.at)) ?? [];
  reader.at += written.length;
  const sign = written.slice(1);
  return /^[a-z0-9]/i.test(sign) ? anything : literal(sign);
}

const requiredOf = ({ all, required }: Part): readonly string[] | null =>
  all ? all.map(withoutInnerMarks) : required;

const innerMarks = /(?<!^[\uf8f1-\uf8f4]*)[\uf8f1-\uf8f4]+(?![\uf8f1-\uf8f4]*$)/g;
const anyMark = /[\uf8f1-\uf8f4]/g;
const literalText = /^[\uf8f1\uf8f3]*[^\uf8f1-\uf8f4]+[\uf8f2\uf8f4]*$/;

/** Whether the text is more than marks and its marks are only at its ends, where they can be used. */
const isLiteral = (text: string): boolean => literalText.test(text);

/** Removes marks inside a text: they add nothing to the text itself. */
const withoutInnerMarks = (text: string): string =>
  isLiteral(text) ? text : text.replace(innerMarks, "");

/** How often one of some texts is met by chance, roughly: the literals of a phrase are those that are met least. */
function costOf(texts: readonly string[] | null): number {
  if (texts === null) return Number.POSITIVE_INFINITY;
  const known = costs.get(texts);
  if (known !== undefined) return known;
  let sum = 0;
  for (const text of texts) sum += oftenOf(text.replace(anyMark, ""));
  costs.set(texts, sum);
  return sum;
}

/** Groups that many phrases share are weighed once. */
const costs = new WeakMap<readonly string[], number>();

/** Words that occur in every other message. */
const commonWords: ReadonlySet<string> = new Set(
  "a an and any are be been can could did do does for from get got had has have he her his how i in is it me my no not of on or our she so some that the them there they this to up was we were what when where which who why will with would you your".split(
    " ",
  ),
);
const oftenOfCommon = 0.1;
const oftenOfWord = 0.002;
const oftenOfLetter = 0.4;
const oftenOfHan = 0.05;

function oftenOf(text: string): number {
  if (text === "") return Number.POSITIVE_INFINITY;
  let product = 1;
  for (const word of text.split(" ")) {
    if (word === "") continue;
    if (commonWords.has(word)) product *= oftenOfCommon;
    else if (word.charCodeAt(0) > 0x2fff) product *= oftenOfHan ** word.length;
    else product *= Math.max(oftenOfLetter ** word.length, oftenOfWord);
  }
  return product;
}
