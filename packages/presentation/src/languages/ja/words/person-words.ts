import type { PersonWords } from "../../contract/person-words.ts";

/** Lo que dice la ventana cuando responde una persona de la tienda. `{name}` marca lo que se rellena. */
export const personWords: PersonWords = {
  talkingWith: "{name}が対応しています。",
  withPerson: "担当者が対応しています。",
  waitsForPerson: "担当者をお呼びしました。引き続きお尋ねください。",
  writes: "{name}が入力中…",
};
