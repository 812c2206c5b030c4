import type { PushWords } from "../../contract/push-words.ts";

/** The window's texts about web push, which reaches a device while the window is closed. */
export const pushWords: PushWords = {
  offer: "Avísame también con la página cerrada",
  on: "Este navegador te avisará también con la página cerrada.",
  denied: "Tu navegador no lo permite. Puedes cambiarlo en sus ajustes para esta página.",
  failed: "Aquí no ha funcionado. Puedes intentarlo más tarde.",
};
