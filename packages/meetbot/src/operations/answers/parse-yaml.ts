import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
} from "yaml";

/** The fault that stops the parser in a text that is not plain YAML. */
export interface YamlFault {
  line: number;
  message: string;
}

export type ParsedYaml =
  | { value: unknown; fault: null; lineOf(pointer: string): number }
  | { value: null; fault: YamlFault };

const plain = "Write it as an exported file has it: plain lists, names and texts.";

/**
 * Parses YAML from untrusted authors. Stops at the first fault, because finding all of them in a file full of faults
 * takes seconds. Refuses anchors, aliases and tags, which turn a small file into a large value or a value into another
 * type.
 */
export function parseYaml(text: string): ParsedYaml {
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  try {
    const document = compose(text, counter);
    refuseOdd(document);
    return {
      value: document.toJS(),
      fault: null,
      lineOf: (pointer) => lineAt(offsetOf(document, pointer)),
    };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { value: null, fault: { line: lineAt(error.offset), message: error.message } };
  }
}

/** Stops parsing at an error. */
class Stop extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

type Source = number | [number, number] | { offset: number };

/** As `parseDocument` does, but that the first fault ends it; two names alike are looked for by ourselves, in one go. */
function compose(text: string, counter: LineCounter): Document.Parsed {
  const composer = new Composer({ uniqueKeys: false, schema: "core", logLevel: "silent" });
  let first: Stop | undefined;
  Object.assign(composer, {
    onError(source: Source, code: string, message: string) {
      const says = code === "RESOURCE_EXHAUSTION" ? tooDeep : noYaml(message);
      // An error thrown inside a list arrives here again as a fault of the list.
      first ??= new Stop(startOf(source), says);
      throw first;
    },
  });
  const tokens = tokensOf(text, counter);
  const [document, other] = composer.compose(tokens, true, text.length);
  const [fault] = document?.errors ?? [];
  if (fault) throw new Stop(fault.pos[0], noYaml(fault.message));
  if (other)
    throw new Stop(other.range[0], "A second document begins here. Write all of it in one.");
  return document as Document.Parsed;
}

/**
 * Works like `Parser.parse`, but stops at lists that are nested too deeply before it builds the whole document. Text
 * that fits nowhere arrives as an error token of its own, which stops it too.
 */
function* tokensOf(text: string, counter: LineCounter): Generator<CST.Token> {
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  let [offset, depth, onLine] = [0, 0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === "[" || lexeme === "{") depth++;
    if (lexeme === "]" || lexeme === "}") depth--;
    if (lexeme === "-" || lexeme === "?") onLine++;
    if (lexeme.endsWith("\n")) onLine = 0;
    if (depth > deepest || onLine > deepest) throw new Stop(offset, tooDeep);
    if (!lexerMarks.has(lexeme)) offset += lexeme.length;
    yield* untilFault(parser.next(lexeme));
  }
  yield* untilFault(parser.end());
}

/** Deeper than anything in our files. */
const deepest = 20;

const tooDeep = "It is nested too deeply. An exported file shows how it is written.";

/** The lexer's marks for the start or end of a document, a one-line list and plain text; they do not occur in files. */
const lexerMarks = new Set(["\u0002", "\u0018", "\u001f"]);

function* untilFault(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === "error") throw new Stop(token.offset, noYaml(token.message));
    yield token;
  }
}

const noYaml = (message: string) => `This is no YAML that can be read: ${message}.`;

function startOf(source: Source): number {
  if (typeof source === "number") return source;
  return Array.isArray(source) ? source[0] : source.offset;
}

function refuseOdd(document: Document.Parsed): void {
  visit(document, {
    Alias: (_, { range }) => stop(range, "*", "stands for what is written elsewhere"),
    Node(_, node) {
      if ("anchor" in node && node.anchor) stop(node.range, `&${node.anchor}`, "is an anchor");
      if ("tag" in node && node.tag) stop(node.range, node.tag, "is a tag");
    },
    Map(_, { items }) {
      const names = new Set<string>();
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key);
        if (names.has(name)) stop(isNode(key) ? key.range : null, name, "stands here twice");
        names.add(name);
      }
    },
  });
}

function stop(range: [number, ...number[]] | null | undefined, what: string, why: string): never {
  throw new Stop(range?.[0] ?? 0, `${what.slice(0, 40)} ${why}. ${plain}`);
}

/** Returns the offset of the node that a JSON Pointer names, or of its nearest existing ancestor. */
function offsetOf(document: Document.Parsed, pointer: string): number {
  const path = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let at: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(at)) {
      const pair = at.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      at = pair.value;
    } else if (isSeq(at)) {
      at = at.items[Number(step)];
      if (!isNode(at)) return offset;
      offset = at.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
