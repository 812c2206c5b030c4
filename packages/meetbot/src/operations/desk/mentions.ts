import type { Colleague } from "@meetbot/model/desk/colleague.ts";

type Named = Pick<Colleague, "operatorId" | "name">;

/** Returns the name that mentions a colleague after `@`. */
export const handleOf = ({ name }: Pick<Colleague, "name">): string => compact(name);

/** The colleagues whom a note calls, by id: by their handle or their first name. Of two of that name, both. */
export function mentionedIn(text: string, colleagues: readonly Named[]): string[] {
  const tokens = new Set(Array.from(text.matchAll(called), ([, token = ""]) => compact(token)));
  const isCalled = ({ name }: Named) =>
    [compact(name), compact(name.trim().split(/\s+/u)[0] ?? "")].some(
      (key) => key !== "" && [...tokens].some((token) => names(token, key)),
    );
  return colleagues.filter(isCalled).map(({ operatorId }) => operatorId);
}

const called = /@([\p{L}\p{M}\p{N}._-]{1,80})/gu;

const compact = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");

/** In scripts without spaces, other words may directly follow a name. */
function names(token: string, key: string): boolean {
  if (!token.startsWith(key)) return false;
  return token.length === key.length || unspaced.test(token.slice(key.length));
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
