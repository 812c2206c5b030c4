/** What the shell would run of a block: each command as its words, with the assignments before it left out. */
export function splitCommands(code: string): string[][] {
  const commands: string[][] = [[]];
  // What is written into a file is no command.
  const text = code.replaceAll(/<<(\w+)\n.*?\n\1$/gms, "").replaceAll(/\\\n\s*/g, " ");
  for (const [token] of text.matchAll(tokens)) {
    if (/^\s*#/.test(token)) continue;
    if (/^\s*([\n;|&()]+)$/.test(token)) commands.push([]);
    else if (token.trim()) commands.at(-1)!.push(token.trim());
  }
  return commands.map((words) => withoutRedirects(dropWhile(words, isAssignment))).filter(hasWords);
}

/** A comment, what ends a command, or a word with its quotes. */
const tokens = /(?<=^|\s)#[^\n]*|\n|[;|&()]+|(?:"[^"]*"|'[^']*'|[^\s;|&()"'])+/g;

const isAssignment = (word: string) => /^[A-Z_]+=/.test(word);
const hasWords = (words: readonly string[]) => words.length > 0;

function dropWhile(words: readonly string[], is: (word: string) => boolean): readonly string[] {
  const first = words.findIndex((word) => !is(word));
  return first < 0 ? [] : words.slice(first);
}

/** Without `< file` and `> file`, and without the quotes around words. */
function withoutRedirects(words: readonly string[]): string[] {
  return words
    .filter((word, at) => !/^\d?[<>]+/.test(word) && !/^\d?[<>]+$/.test(words[at - 1] ?? ""))
    .map((word) => word.replaceAll(/^(["'])(.*)\1$/gs, "$2"));
}
