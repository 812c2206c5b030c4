import type { PushWords } from "../../contract/push-words.ts";

/** Was das Chatfenster sagt, wenn jemand auch ohne es Bescheid bekommen will. */
export const pushWords: PushWords = {
  offer: "Auch bei geschlossener Seite melden",
  on: "Dieser Browser meldet es Ihnen, auch wenn diese Seite geschlossen ist.",
  denied:
    "Ihr Browser erlaubt das nicht. Sie können es in seinen Einstellungen für diese Seite ändern.",
  failed: "Das hat hier nicht geklappt. Sie können es später noch einmal versuchen.",
};
