/**
 * All texts that one of the table's patterns takes: `^`, `$`, groups, alternatives, `?` and sets of
 * characters, which is all that they are made of. Anything else in one of them throws.
 */
export function textsOf({ source }: RegExp): string[] {
  const rest = [...source.replace(/^\^/, "").replace(/\$$/, "")];

  function alternatives(): string[] {
    const texts = sequence();
    while (rest[0] === "|") {
      rest.shift();
      texts.push(...sequence());
    }
    return texts;
  }

  function sequence(): string[] {
    let texts = [""];
    while (rest.length > 0 && rest[0] !== "|" && rest[0] !== ")") {
      const next = one();
      if (rest[0] === "?") {
        rest.shift();
        next.push("");
      }
      texts = texts.flatMap((text) => next.map((more) => text + more));
    }
    return texts;
  }

  function one(): string[] {
    const first = rest.shift() ?? "";
    if (first === "(") {
      const texts = alternatives();
      rest.shift();
      return texts;
    }
    if (first === "[") return rest.splice(0, rest.indexOf("]") + 1).slice(0, -1);
    if (/[\\*+{.]/.test(first)) throw new Error(`${source} has ${first}, which is not read here.`);
    return [first];
  }

  return alternatives();
}
