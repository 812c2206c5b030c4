import type { PushWords } from "../../contract/push-words.ts";

/** Lo que dice la ventana sobre avisar cuando está cerrada. */
export const pushWords: PushWords = {
  offer: "Me prévenir aussi quand cette page est fermée",
  on: "Ce navigateur vous préviendra, même quand cette page est fermée.",
  denied:
    "Votre navigateur ne l’autorise pas. Vous pouvez le changer dans ses réglages pour cette page.",
  failed: "Cela n’a pas fonctionné ici. Vous pourrez réessayer plus tard.",
};
