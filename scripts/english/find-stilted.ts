/** A turn of phrase that a reader stumbles over, and what to write instead. */
interface Stilted {
  phrase: RegExp;
  instead: string;
}

const stilted: readonly Stilted[] = [
  {
    phrase: /\bwhoever\b/i,
    instead: "name the actor: the customer, an agent, the caller, anyone who",
  },
  {
    phrase: /\b(?:what|who) (?:is|are|was|were) (?:asked|told|said|meant)\b/i,
    instead: "use a noun: the question, the answer, the update",
  },
  {
    phrase: /\b(?:is|are|was|were|be) told of\b/i,
    instead: "say what is sent: gets an update about, is notified about",
  },
  { phrase: /\btells? of\b/i, instead: "reports, describes, mentions" },
];

export interface StiltedLine {
  /** Counted from 1. */
  line: number;
  found: string;
  instead: string;
}

/**
 * Finds stilted English in the comments of a TypeScript or JavaScript file, or in all of a Markdown page. Code and
 * quotations are left out.
 */
export function findStilted(path: string, content: string): StiltedLine[] {
  const isPage = path.endsWith(".md");
  let isFenced = false;
  return content.split("\n").flatMap((raw, at) => {
    if (isPage && /^\s*```/.test(raw)) isFenced = !isFenced;
    if (isFenced || !(isPage || /^\s*(?:\/\/|\/?\*)/.test(raw))) return [];
    const text = raw.replaceAll(/`[^`]*`|“[^”]*”|"[^"]*"/g, "");
    return stilted.flatMap(({ phrase, instead }) => {
      const found = phrase.exec(text)?.[0];
      return found ? [{ line: at + 1, found, instead }] : [];
    });
  });
}
