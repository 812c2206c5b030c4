/** A template taken apart: what stands in it one after the other. */
export type Sequence = readonly Piece[];

type Piece =
  | { kind: "text"; text: string }
  | { kind: "choice"; options: readonly Sequence[] }
  | { kind: "slot"; name: string };

/** An error in a line of the grammar, worded for its author. */
export class GrammarError extends Error {}

/** Takes one line of the grammar apart: `[a|b|]`, `{slot}`, `<id>` and plain words. */
export function parseTemplate(source: string): Sequence {
  const { sequences, end } = parseOptions(source, 0);
  if (end < source.length) throw new GrammarError(`"]" at ${end + 1} closes nothing`);
  const [sequence] = sequences;
  if (sequences.length !== 1 || !sequence) throw new GrammarError('"|" stands outside of "[…]"');
  return sequence;
}

/** Reads options up to the bracket that closes them, or up to the end. */
function parseOptions(source: string, from: number): { sequences: Sequence[]; end: number } {
  const sequences: Piece[][] = [[]];
  let index = from;
  while (index < source.length && source[index] !== "]") {
    const sign = source.charAt(index);
    if (sign === "|") {
      sequences.push([]);
      index += 1;
      continue;
    }
    const { piece, end } = parsePiece(source, index);
    sequences.at(-1)?.push(piece);
    index = end;
  }
  return { sequences, end: index };
}

function parsePiece(source: string, from: number): { piece: Piece; end: number } {
  if (source[from] === "[") {
    const { sequences, end } = parseOptions(source, from + 1);
    if (end >= source.length) throw new GrammarError(`"[" at ${from + 1} is never closed`);
    return { piece: { kind: "choice", options: sequences }, end: end + 1 };
  }
  if (source[from] === "{") {
    const name = /^\{([a-z][a-z0-9-]*)\}/.exec(source.slice(from))?.[1];
    if (!name) throw new GrammarError(`"{" at ${from + 1} names no slot`);
    return { piece: { kind: "slot", name }, end: from + name.length + 2 };
  }
  const text = /^[^[\]{|]+/.exec(source.slice(from))?.[0] ?? "";
  return { piece: { kind: "text", text }, end: from + text.length };
}
