import { LiteralTrie } from "./literal-trie.ts";
import { findLiterals, type KnownGroups } from "./literals.ts";
import { compilePhrases, type Gaps, type Letters, splitAlternatives } from "./phrase-syntax.ts";

/** The phrases of one language with the same meaning, in the order in which they are tried. */
export interface PhraseList<Meaning> {
  meaning: Meaning;
  /** Null: it is for texts of any letters, and a hint. */
  letters: Letters | null;
  phrases: readonly string[];
  /**
   * Whether one literal of a phrase is enough, because the caller checks the match itself. The match's position is the
   * literal's.
   */
  isHint?: boolean;
}

/** A meaning found in a text, and where it first occurs. */
export interface Match<Meaning> {
  meaning: Meaning;
  letters: Letters | null;
  index: number;
  end: number;
}

/** Lists of phrases by purpose. */
type Groups<Meanings> = {
  readonly [Name in keyof Meanings]: readonly PhraseList<Meanings[Name]>[];
};

/** The matches of each group, in the order of its lists: at most one per list. */
export type Matches<Meanings> = {
  readonly [Name in keyof Meanings]: readonly Match<Meanings[Name]>[];
};

/** Finds phrases in texts. Pure: the same text always gives the same matches. */
export type PhraseMatcher<Meanings> = (text: string) => Matches<Meanings>;

/** One alternative of a phrase. */
interface Alternative {
  list: number;
  letters: Letters | null;
  /** The phrase's index in the list: of two that match at the same position, the first counts. */
  order: number;
  /** Null: its literals are all that it matches. */
  pattern: RegExp | null;
  /** Its letters are Latin-1, as its pattern is: see `toLatin1`. */
  isLatin1: boolean;
}

/**
 * Creates a matcher for all phrases that are searched in one kind of text. It scans a text once for all literals. That
 * scan alone decides most phrases, which are literals; of the others, it tries only those whose literals occur in the
 * text. A language's lists apply only to texts that have its letters.
 */
export function createPhraseMatcher<Meanings extends object>(
  groups: Groups<Meanings>,
  gaps: Gaps,
): PhraseMatcher<Meanings> {
  const names = Object.keys(groups) as (keyof Meanings)[];
  const lists = names.flatMap((group) => groups[group].map((list) => ({ group, ...list })));
  const alternatives: Alternative[] = [];
  const groupsRead: KnownGroups = new Map();
  const trie = new LiteralTrie();
  /** The alternative that each literal belongs to, and the literal's index in it. */
  const owners: number[] = [];
  const ranks: number[] = [];
  for (const [list, { letters, phrases, isHint }] of lists.entries()) {
    for (const [order, phrase] of phrases.flatMap(splitAlternatives).entries()) {
      const { texts, isAll } = findLiterals(phrase, letters, groupsRead);
      for (const [rank, text] of texts.entries()) {
        trie.add(text, owners.length);
        owners.push(alternatives.length);
        ranks.push(rank / texts.length);
      }
      const isDecided = isAll || isHint || letters === null;
      const pattern = isDecided ? null : compilePhrases([phrase], letters, gaps);
      alternatives.push({
        ...{ list, letters, order, pattern },
        isLatin1: letters === "Latin" && isLatin1(phrase),
      });
    }
  }
  const none = Object.fromEntries(names.map((name) => [name, []])) as unknown as Matches<Meanings>;
  const waiting = new Uint8Array(alternatives.length);
  /** The order and position of each list's match; reused for each text. */
  const orders = new Float64Array(lists.length).fill(-1);
  const starts = new Int32Array(lists.length);
  const ends = new Int32Array(lists.length);

  return (text) => {
    const scripts = { Latin: latin.test(text), Han: han.test(text) };
    const found: number[] = [];
    const offer = (list: number, start: number, end: number, order: number) => {
      const known = orders[list] ?? -1;
      if (known < 0) found.push(list);
      else if (start > (starts[list] ?? 0) || (start === starts[list] && order >= known)) return;
      orders[list] = order;
      starts[list] = start;
      ends[list] = end;
    };
    const tried: number[] = [];
    trie.find(text, (value, start, end) => {
      const owner = owners[value] ?? 0;
      const { list, letters, order, pattern } = alternatives[owner] as Alternative;
      if (letters !== null && !scripts[letters]) return;
      if (pattern === null) offer(list, start, end, order + (ranks[value] ?? 0));
      else if (waiting[owner] === 0) {
        waiting[owner] = 1;
        tried.push(owner);
      }
    });
    let latin1: string | undefined;
    for (const owner of tried) {
      waiting[owner] = 0;
      const { list, order, pattern, isLatin1 } = alternatives[owner] as Alternative;
      if (pattern === null) continue;
      if (isLatin1) latin1 ??= toLatin1(text);
      const searched = isLatin1 && latin1 !== undefined ? latin1 : text;
      // `search` creates no array of captures, and most patterns do not match.
      if (searched.search(pattern) < 0) continue;
      const { index = 0, 0: said = "" } = pattern.exec(searched) ?? {};
      offer(list, index, index + said.length, order);
    }
    if (found.length === 0) return none;
    const matches: { [Name in keyof Meanings]: readonly Match<Meanings[Name]>[] } = { ...none };
    for (const list of found.sort((one, other) => one - other)) {
      const { group, meaning, letters } = lists[list] as (typeof lists)[number];
      const match = { meaning, letters, index: starts[list] ?? 0, end: ends[list] ?? 0 };
      matches[group] = [...matches[group], match];
      orders[list] = -1;
    }
    return matches;
  };
}

const latin = /[a-z]/;
const han = /\p{Script=Han}/u;

const isLatin1 = (text: string): boolean => /^[\0-\xff…]*$/.test(text) && !text.includes("\\p");

/**
 * Returns the text for patterns of Latin letters, with placeholders for all other characters. V8 compiles a pattern
 * separately for texts with one byte per character, and would otherwise do so twice.
 */
function toLatin1(text: string): string {
  if (/^[\0-\xff]*$/.test(text)) return text;
  const codes = Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    if (code <= 0xff) return code;
    return /\s/.test(text.charAt(at)) ? noBreakSpace : middleDot;
  });
  return String.fromCharCode(...codes);
}

const noBreakSpace = 0xa0;
const middleDot = 0xb7;
