import type { PersonWords } from "../../contract/person-words.ts";

/** 商店真人客服回覆時聊天視窗的中文。`{name}` 表示要填入的內容。 */
export const personWords: PersonWords = {
  talkingWith: "{name}正在為您服務。",
  withPerson: "真人客服正在為您服務。",
  waitsForPerson: "已為您呼叫真人客服，您可以繼續提問。",
  writes: "{name}正在輸入…",
};
