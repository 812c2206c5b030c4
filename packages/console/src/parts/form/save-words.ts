import { defineWords } from "../../words/define-words.ts";

export const saveWords = defineWords({
  en: {
    unsaved: "Unsaved changes",
    save: "Save",
    discard: "Discard",
    saved: "Saved. It takes effect within seconds.",
    lose: "Your changes on this page are not saved and would be lost.",
  },
  zh: {
    unsaved: "有未保存的修改",
    save: "保存",
    discard: "放弃修改",
    saved: "已保存，数秒内生效。",
    lose: "此页的修改尚未保存，离开后会丢失。",
  },
});
