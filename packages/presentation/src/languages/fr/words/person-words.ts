import type { PersonWords } from "../../contract/person-words.ts";

/** Lo que dice la ventana cuando responde una persona de la tienda. `{name}` marca lo que se rellena. */
export const personWords: PersonWords = {
  talkingWith: "Vous parlez avec {name}.",
  withPerson: "Vous parlez avec un conseiller.",
  waitsForPerson: "Nous avons appelé un conseiller. Vous pouvez continuer à poser vos questions.",
  writes: "{name} écrit…",
};
