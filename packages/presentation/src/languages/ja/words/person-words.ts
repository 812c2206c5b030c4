import type { PersonWords } from "../../contract/person-words.ts";

/** The chat window's texts while a person from the shop answers. `{name}` is a placeholder. */
export const personWords: PersonWords = {
  talkingWith: "{name}が対応しています。",
  withPerson: "担当者が対応しています。",
  waitsForPerson: "担当者をお呼びしました。引き続きお尋ねください。",
  writes: "{name}が入力中…",
};
