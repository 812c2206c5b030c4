import { useWords } from "../../words/speaking.tsx";

/** Text before the name of a token: the server writes `ada@shop.example (token nightly)`. */
const tokenMark = " (token ";

/** Returns a function that names an actor, and the token they used if any, in the console's current language. */
export function useActorName(): (actor: string) => string {
  const words = useWords("fields.actor");
  return (actor) => {
    const at = actor.indexOf(tokenMark);
    if (at < 0 || !actor.endsWith(")")) return actor;
    return words.byToken({
      person: actor.slice(0, at),
      token: actor.slice(at + tokenMark.length, -1),
    });
  };
}
