import { defineWords } from "../../words/define-words.ts";
import { useWords } from "../../words/speaking.tsx";

const actorWords = defineWords({
  en: { byToken: (person: string, token: string) => `${person} (token ${token})` },
  zh: { byToken: (person, token) => `${person}（令牌 ${token}）` },
});

/** Where the name of a token begins: the server writes `ada@shop.example (token nightly)`. */
const tokenMark = " (token ";

/** Names who did something, and through which of their tokens, in the language that is spoken. */
export function useActorName(): (actor: string) => string {
  const words = useWords(actorWords);
  return (actor) => {
    const at = actor.indexOf(tokenMark);
    if (at < 0 || !actor.endsWith(")")) return actor;
    return words.byToken(actor.slice(0, at), actor.slice(at + tokenMark.length, -1));
  };
}
