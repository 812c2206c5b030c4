import type { PushWords } from "../../contract/push-words.ts";

/** The window's texts about web push, which reaches a device while the window is closed. */
export const pushWords: PushWords = {
  offer: "Me prévenir aussi quand cette page est fermée",
  on: "Ce navigateur vous préviendra, même quand cette page est fermée.",
  denied:
    "Votre navigateur ne l’autorise pas. Vous pouvez le changer dans ses réglages pour cette page.",
  failed: "Cela n’a pas fonctionné ici. Vous pourrez réessayer plus tard.",
};
