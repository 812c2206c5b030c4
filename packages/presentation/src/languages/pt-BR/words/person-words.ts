import type { PersonWords } from "../../contract/person-words.ts";

/** Lo que dice la ventana cuando responde una persona de la tienda. `{name}` marca lo que se rellena. */
export const personWords: PersonWords = {
  talkingWith: "Você está falando com {name}.",
  withPerson: "Você está falando com um atendente.",
  waitsForPerson: "Chamamos um atendente. Você pode continuar perguntando.",
  writes: "{name} está escrevendo…",
};
