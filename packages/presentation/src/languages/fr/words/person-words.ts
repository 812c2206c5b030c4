import type { PersonWords } from "../../contract/person-words.ts";

/** The chat window's texts while a person from the shop answers. `{name}` is a placeholder. */
export const personWords: PersonWords = {
  talkingWith: "Vous parlez avec {name}.",
  withPerson: "Vous parlez avec un conseiller.",
  waitsForPerson: "Nous avons appelé un conseiller. Vous pouvez continuer à poser vos questions.",
  writes: "{name} écrit…",
};
