import type { SubscriptionWords } from "../../contract/language.ts";

/** Phrases about customer updates: that they begin, how they arrive, how to stop them. */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "Quero ser avisado",
  choiceKeepPostedAll: "Avisos de todos",
  newsOfOrder:
    "Vou avisar quando algo mudar neste pedido: quando for enviado, sair para entrega ou for entregue, e se der algum problema.",
  newsOfPackage:
    "Vou avisar quando algo mudar neste pacote: quando sair para entrega ou for entregue, e se der algum problema.",
  newsOfAll:
    "Vou avisar quando algo mudar em qualquer pedido seu: quando for enviado, sair para entrega ou for entregue, e se der algum problema.",
  newsFromShop:
    "Na loja você pediu avisos do seu pedido: vou escrever quando for enviado, sair para entrega ou for entregue, e se der algum problema.",
  newsHere: "Os avisos chegam aqui, neste chat.",
  newsOnReturn: "Você vê os avisos aqui quando voltar a este chat.",
  newsOnReturnBrowser:
    "Você vê os avisos aqui quando voltar a este chat, e também no navegador se ativar as notificações.",
  newsOnReturnEmail:
    "Você vê os avisos aqui quando voltar a este chat; enquanto ele estiver fechado, chegam por e-mail.",
  newsOnReturnBoth:
    "Você vê os avisos aqui quando voltar a este chat; enquanto ele estiver fechado, chegam por e-mail, ou no navegador se você ativar as notificações.",
  newsStopHint: "Responda PARAR para não receber mais.",
  newsOff: "Você não vai mais receber avisos aqui. Responda VOLTAR para ativar de novo.",
  newsNone: "Você não recebe avisos neste chat.",
  newsHowTo: "Para receber, consulte um pedido e escolha “Quero ser avisado”.",
  newsOnAgain: "Os avisos estão ativos de novo. Responda PARAR para não receber mais.",
  newsFollowed: "Pedidos e pacotes dos quais aviso você: {count}.",
  newsEndedToo: "Os avisos também foram desativados.",
  newsOrCancel: "Você quer parar os avisos, ou é sobre o próprio pedido?",
  choiceStopNews: "Parar os avisos",
  choiceCancelOrder: "Cancelar o pedido",
  choiceReturnOrder: "Devolver/reembolsar",
  newsNotProved:
    "Não tenho mais certeza de que isto pode ser mostrado a você, então não ativei os avisos. Busque de novo primeiro, por favor.",
  newsFull: "Você já recebe avisos de todos os pedidos que consigo acompanhar em um chat.",
  newsWhich: "De qual pedido você quer avisos? Mande o número dele.",
  newsNothingToCome: "Aqui não há nada para avisar: não se espera mais nenhuma mudança.",
};
