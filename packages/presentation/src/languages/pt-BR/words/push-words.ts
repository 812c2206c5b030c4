import type { PushWords } from "../../contract/push-words.ts";

/** The window's texts about web push, which reaches a device while the window is closed. */
export const pushWords: PushWords = {
  offer: "Avisar também com esta página fechada",
  on: "Este navegador avisa você, também com esta página fechada.",
  denied:
    "Seu navegador não permite. Você pode mudar isso nas configurações dele para esta página.",
  failed: "Não deu certo aqui. Você pode tentar mais tarde.",
};
