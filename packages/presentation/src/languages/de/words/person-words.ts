import type { PersonWords } from "../../contract/person-words.ts";

/** Was das Fenster sagt, wenn ein Mensch aus dem Shop antwortet. `{name}` steht für das, was eingesetzt wird. */
export const personWords: PersonWords = {
  talkingWith: "Sie sprechen mit {name}.",
  withPerson: "Sie sprechen mit einem Menschen.",
  waitsForPerson: "Jemand vom Shop ist gerufen. Sie können weiter fragen.",
  writes: "{name} schreibt…",
};
