import type { FoundRegexp } from "./read-regexps.ts";

/** Where a call of the stack stands: `file:///…/x.ts:12:3`. */
const callSite = /(file:\/\/[^\s():]+):(\d+):\d+/;

/**
 * Loads modules, and returns the regular expressions that they build while they load: no file contains those built from
 * a lexicon. Their places are relative to the folder `root`.
 */
export async function recordBuilt(paths: Iterable<string>, root: URL): Promise<FoundRegexp[]> {
  const found: FoundRegexp[] = [];
  const record = (regexp: RegExp) => {
    found.push({ source: regexp.source, flags: regexp.flags, place: placeOfCaller(root) });
    return regexp;
  };
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct: (target, parts, made) => record(Reflect.construct(target, parts, made)),
    apply: (target, self, parts) => record(Reflect.apply(target, self, parts)),
  });
  try {
    for (const path of paths) await import(new URL(path, root).href);
  } finally {
    globalThis.RegExp = native;
  }
  return found;
}

function placeOfCaller(root: URL): string {
  const lines = (new Error().stack ?? "").split("\n").slice(1);
  const own = lines.find((line) => line.includes(root.href) && !line.includes(import.meta.url));
  const [, url = "", line = ""] = callSite.exec(own ?? "") ?? [];
  return `${url.slice(root.href.length)}:${line}`;
}
