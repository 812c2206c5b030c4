import { defineWords } from "../words/define-words.ts";

export const saveWords = defineWords({
  en: {
    unsaved: "Changes that are not saved",
    save: "Save",
    discard: "Discard",
    saved: "Saved. A running server follows within seconds.",
    lose: "What you changed on this page is not saved and would be lost.",
  },
  zh: {
    unsaved: "有未保存的修改",
    save: "保存",
    discard: "放弃修改",
    saved: "已保存，数秒内生效。",
    lose: "此页上的修改尚未保存，离开后会丢失。",
  },
});
