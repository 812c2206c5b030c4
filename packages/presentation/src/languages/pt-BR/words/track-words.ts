import type { TrackWords } from "../../contract/language.ts";

/** The texts of the page where customers look up an order without a chat. */
export const trackWords: TrackWords = {
  trackTitle: "Acompanhe seu pedido",
  trackIntro:
    "Digite o número da confirmação do pedido ou do pacote e os dados de contato usados na compra.",
  trackNumber: "Número do pedido ou de rastreio",
  trackEmailHint: "Para a loja saber que é seu",
  trackGo: "Buscar",
  trackAnswer: "Resposta",
  trackChoices: "E agora?",
  trackWaiting: "Ainda estamos buscando. Esta página se atualiza sozinha.",
  trackLookAgain: "Atualizar",
  trackAnother: "Buscar outro pedido",
  trackEnd: "Pronto: limpar esta página",
  trackFailed: "Não deu certo. Preencha o formulário mais uma vez. Esta página precisa de cookies.",
  trackTooMany: "Foram muitas buscas de uma vez. Tente de novo daqui a pouco.",
};
