import type { PersonWords } from "../../contract/person-words.ts";

/** 店铺人工客服回复时聊天窗口的中文。`{name}` 表示要填入的内容。 */
export const personWords: PersonWords = {
  talkingWith: "{name}正在为您服务。",
  withPerson: "人工客服正在为您服务。",
  waitsForPerson: "已为您呼叫人工客服，您可以继续提问。",
  writes: "{name}正在输入…",
};
