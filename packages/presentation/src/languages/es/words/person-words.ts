import type { PersonWords } from "../../contract/person-words.ts";

/** The chat window's texts while a person from the shop answers. `{name}` is a placeholder. */
export const personWords: PersonWords = {
  talkingWith: "Estás hablando con {name}.",
  withPerson: "Estás hablando con una persona.",
  waitsForPerson: "Hemos avisado a una persona. Puedes seguir preguntando.",
  writes: "{name} está escribiendo…",
};
