import type { PersonWords } from "../../contract/person-words.ts";

/** The chat window's texts while a person from the shop answers. `{name}` is a placeholder. */
export const personWords: PersonWords = {
  talkingWith: "Você está falando com {name}.",
  withPerson: "Você está falando com um atendente.",
  waitsForPerson: "Chamamos um atendente. Você pode continuar perguntando.",
  writes: "{name} está escrevendo…",
};
