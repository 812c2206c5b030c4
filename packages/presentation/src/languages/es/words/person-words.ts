import type { PersonWords } from "../../contract/person-words.ts";

/** What the window says where a person of the shop answers. `{name}` is filled in. */
export const personWords: PersonWords = {
  talkingWith: "Estás hablando con {name}.",
  withPerson: "Estás hablando con una persona.",
  waitsForPerson: "Hemos avisado a una persona. Puedes seguir preguntando.",
  writes: "{name} está escribiendo…",
};
