import { marks } from "./literals.ts";

/** Receives a literal found in a text: its number and its position. */
export type TakeLiteral = (value: number, start: number, end: number) => void;

interface Ending {
  value: number;
  wordEnd: boolean;
  lineStart: boolean;
  lineEnd: boolean;
}

/** A node where literals end or a single literal continues. */
interface Leaf {
  /** The rest of the single literal below; empty when its characters have been read. */
  tail: string;
  endings: readonly Ending[];
}

/** The number of characters, and the most nodes: 16 bits hold either. */
const characters = 65_536;
const maxNodes = 65_536;

/** Where literals may begin: anywhere, or only at the start of a word. Each has its own bit. */
const roots = { anywhere: 0, wordStart: 1 };
const begins = { anywhere: 1, wordStart: 2 };

/**
 * Finds which of many literals occur in a text, in one pass. Consists of two tries whose edges share one table. A
 * branch with a single literal is one leaf, and a look at three characters rules out most positions.
 */
export class LiteralTrie {
  /** The node and the character of each edge, 16 bits each. */
  private edges = new Uint32Array(1 << 12);
  /** The node that each edge leads to; 0 for a free slot. */
  private targets = new Uint16Array(1 << 12);
  private nodes = 2;
  private readonly leaves: (Leaf | undefined)[] = [];
  /**
   * The first characters of literals: of one-character literals directly, of longer ones by a hash of the first two or
   * three.
   */
  private readonly singles = new Uint8Array(characters);
  private readonly pairs = new Uint8Array(1 << 15);
  private readonly triples = new Uint8Array(1 << 15);

  /** Adds a literal with its {@link marks}, under a number. */
  add(literal: string, value: number): void {
    const isAtWord = literal.includes(marks.wordStart);
    let from = 0;
    let to = literal.length;
    while (from < to && isMark(literal.charCodeAt(from))) from += 1;
    while (to > from && isMark(literal.charCodeAt(to - 1))) to -= 1;
    const text = literal.slice(from, to);
    if (text === "") throw new Error("An empty literal stands in every text.");
    const begin = isAtWord ? begins.wordStart : begins.anywhere;
    const first = text.charCodeAt(0);
    if (text.length === 1) this.singles[first] = (this.singles[first] ?? 0) | begin;
    else {
      const pair = hashPair(first, text.charCodeAt(1));
      const [table, key] =
        text.length === 2 ? [this.pairs, pair] : [this.triples, hashPair(pair, text.charCodeAt(2))];
      table[key] = (table[key] ?? 0) | begin;
    }
    this.put(isAtWord ? roots.wordStart : roots.anywhere, text, {
      value,
      wordEnd: literal.includes(marks.wordEnd),
      lineStart: literal.includes(marks.lineStart),
      lineEnd: literal.includes(marks.lineEnd),
    });
  }

  private put(root: number, text: string, ending: Ending): void {
    let node = root;
    for (let at = 0; at < text.length; at += 1) {
      const known = this.step(node, text.charCodeAt(at));
      const tail = text.slice(at + 1);
      if (known === 0) {
        this.leaves[this.grow(node, text.charCodeAt(at))] = { tail, endings: [ending] };
        return;
      }
      node = known;
      const leaf = this.leaves[node];
      if (leaf && leaf.tail !== "" && leaf.tail !== tail) this.branch(node, leaf);
      else if (leaf?.tail === tail) break;
    }
    const { tail = "", endings = [] } = this.leaves[node] ?? {};
    this.leaves[node] = { tail, endings: [...endings, ending] };
  }

  /** Turns a leaf into a branch because another literal continues here. */
  private branch(node: number, { tail, endings }: Leaf): void {
    this.leaves[node] = undefined;
    this.leaves[this.grow(node, tail.charCodeAt(0))] = { tail: tail.slice(1), endings };
  }

  /** Calls `take` for each literal, everywhere it occurs in the text. */
  find(text: string, take: TakeLiteral): void {
    const { length } = text;
    let before = lineFeed;
    let first = text.charCodeAt(0);
    for (let start = 0; start < length; start += 1) {
      const second = start + 1 < length ? text.charCodeAt(start + 1) : lineFeed;
      const pair = hashPair(first, second);
      const third = start + 2 < length ? text.charCodeAt(start + 2) : lineFeed;
      const begin =
        (this.singles[first] ?? 0) |
        (this.pairs[pair] ?? 0) |
        (this.triples[hashPair(pair, third)] ?? 0);
      if (begin !== 0) {
        if (begin & begins.anywhere) this.findAt(roots.anywhere, text, start, before, take);
        if (begin & begins.wordStart && !isWord(before) && before !== apostrophe) {
          this.findAt(roots.wordStart, text, start, before, take);
        }
      }
      before = first;
      first = second;
    }
  }

  private findAt(
    root: number,
    text: string,
    start: number,
    before: number,
    take: TakeLiteral,
  ): void {
    let node = root;
    for (let at = start; at < text.length; at += 1) {
      node = this.step(node, text.charCodeAt(at));
      if (node === 0) return;
      const leaf = this.leaves[node];
      if (leaf === undefined) continue;
      const { tail, endings } = leaf;
      if (tail !== "" && !text.startsWith(tail, at + 1)) return;
      const end = at + 1 + tail.length;
      const behind = end === text.length ? lineFeed : text.charCodeAt(end);
      for (const { value, wordEnd, lineStart, lineEnd } of endings) {
        if (wordEnd && isWord(behind)) continue;
        if (lineStart && before !== lineFeed) continue;
        if (lineEnd && behind !== lineFeed) continue;
        take(value, start, end);
      }
      if (tail !== "") return;
    }
  }

  /** Returns the node that a character leads to; 0 if there is none, because no edge leads back to a root. */
  private step(node: number, character: number): number {
    const edge = ((node << 16) | character) >>> 0;
    const mask = this.edges.length - 1;
    for (let place = hash(edge) & mask; ; place = (place + 1) & mask) {
      const target = this.targets[place] ?? 0;
      if (target === 0 || this.edges[place] === edge) return target;
    }
  }

  private grow(node: number, character: number): number {
    if (this.nodes === maxNodes) throw new Error(`A trie has ${maxNodes} nodes at most.`);
    if (this.nodes * 2 >= this.edges.length) this.widen();
    const made = this.nodes;
    this.nodes += 1;
    this.link(((node << 16) | character) >>> 0, made);
    return made;
  }

  private link(edge: number, target: number): void {
    const mask = this.edges.length - 1;
    let place = hash(edge) & mask;
    while (this.targets[place] !== 0) place = (place + 1) & mask;
    this.edges[place] = edge;
    this.targets[place] = target;
  }

  private widen(): void {
    const { edges, targets } = this;
    this.edges = new Uint32Array(edges.length * 2);
    this.targets = new Uint16Array(edges.length * 2);
    for (const [place, target] of targets.entries()) {
      if (target !== 0) this.link(edges[place] ?? 0, target);
    }
  }
}

const lineFeed = 0x0a;
const apostrophe = 0x27;

const isMark = (code: number): boolean =>
  code >= marks.wordStart.charCodeAt(0) && code <= marks.lineEnd.charCodeAt(0);

/** Latin letters in lower case, and digits. */
const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

const hash = (edge: number): number => {
  const mixed = Math.imul(edge ^ (edge >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

const hashPair = (first: number, second: number): number =>
  ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 11) & 0x7fff;
