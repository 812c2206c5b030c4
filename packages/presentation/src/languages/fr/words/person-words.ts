import type { PersonWords } from "../../contract/person-words.ts";

/** Ce que dit la fenêtre quand une personne de la boutique répond. `{name}` marque ce qui est rempli. */
export const personWords: PersonWords = {
  talkingWith: "Vous parlez avec {name}.",
  withPerson: "Vous parlez avec un conseiller.",
  waitsForPerson: "Nous avons appelé un conseiller. Vous pouvez continuer à poser vos questions.",
  writes: "{name} écrit…",
};
