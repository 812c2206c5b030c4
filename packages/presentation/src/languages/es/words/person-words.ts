import type { PersonWords } from "../../contract/person-words.ts";

/** Lo que dice la ventana cuando responde una persona de la tienda. `{name}` marca lo que se rellena. */
export const personWords: PersonWords = {
  talkingWith: "Estás hablando con {name}.",
  withPerson: "Estás hablando con una persona.",
  waitsForPerson: "Hemos avisado a una persona. Puedes seguir preguntando.",
  writes: "{name} está escribiendo…",
};
