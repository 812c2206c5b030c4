import type { PersonWords } from "../../contract/person-words.ts";

/** What the window says where a person of the shop answers. `{name}` is filled in. */
export const personWords: PersonWords = {
  talkingWith: "Vous parlez avec {name}.",
  withPerson: "Vous parlez avec un conseiller.",
  waitsForPerson: "Nous avons appelé un conseiller. Vous pouvez continuer à poser vos questions.",
  writes: "{name} écrit…",
};
