import type { PersonWords } from "../../contract/person-words.ts";

/** What the window says where a person of the shop answers. `{name}` is filled in. */
export const personWords: PersonWords = {
  talkingWith: "Você está falando com {name}.",
  withPerson: "Você está falando com um atendente.",
  waitsForPerson: "Chamamos um atendente. Você pode continuar perguntando.",
  writes: "{name} está escrevendo…",
};
