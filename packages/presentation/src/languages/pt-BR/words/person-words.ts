import type { PersonWords } from "../../contract/person-words.ts";

/** O que a janela diz quando uma pessoa da loja responde. `{name}` marca o que é preenchido. */
export const personWords: PersonWords = {
  talkingWith: "Você está falando com {name}.",
  withPerson: "Você está falando com um atendente.",
  waitsForPerson: "Chamamos um atendente. Você pode continuar perguntando.",
  writes: "{name} está escrevendo…",
};
