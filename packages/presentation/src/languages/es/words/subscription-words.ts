import type { SubscriptionWords } from "../../contract/language.ts";

/** Phrases about customer updates: that they begin, how they arrive, how to stop them. */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "Avísame",
  choiceKeepPostedAll: "Avisos de todos",
  newsOfOrder:
    "Te avisaré cuando cambie algo en este pedido: cuando se envíe, esté en reparto o se entregue, y si surge algún problema.",
  newsOfPackage:
    "Te avisaré cuando cambie algo en este paquete: cuando esté en reparto o se entregue, y si surge algún problema.",
  newsOfAll:
    "Te avisaré cuando cambie algo en cualquiera de tus pedidos: cuando se envíe, esté en reparto o se entregue, y si surge algún problema.",
  newsFromShop:
    "En la tienda pediste que te avisáramos de tu pedido: te escribiré cuando se envíe, esté en reparto o se entregue, y si surge algún problema.",
  newsHere: "Los avisos te llegan aquí, a este chat.",
  newsOnReturn: "Verás los avisos aquí cuando vuelvas a este chat.",
  newsOnReturnBrowser:
    "Verás los avisos aquí cuando vuelvas a este chat, y también en el navegador si activas las notificaciones.",
  newsOnReturnEmail:
    "Verás los avisos aquí cuando vuelvas a este chat. Mientras esté cerrado, te llegan por correo.",
  newsOnReturnBoth:
    "Verás los avisos aquí cuando vuelvas a este chat. Mientras esté cerrado, te llegan por correo o, si activas las notificaciones, en el navegador.",
  newsStopHint: "Responde BAJA para dejar de recibirlos.",
  newsOff: "No recibirás más avisos aquí. Responde ALTA para volver a activarlos.",
  newsNone: "En este chat no recibes avisos.",
  newsHowTo: "Si quieres recibirlos, consulta un pedido y elige «Avísame».",
  newsOnAgain: "Los avisos vuelven a estar activos. Responde BAJA para dejar de recibirlos.",
  newsFollowed: "Pedidos y paquetes de los que te aviso: {count}.",
  newsEndedToo: "Los avisos también se han desactivado.",
  newsOrCancel: "¿Quieres dejar de recibir avisos o se trata del pedido?",
  choiceStopNews: "Parar los avisos",
  choiceCancelOrder: "Cancelar el pedido",
  choiceReturnOrder: "Devolver o reembolso",
  newsNotProved:
    "Ya no puedo estar seguro de que esto se te pueda mostrar, así que no he activado los avisos. Búscalo otra vez primero, por favor.",
  newsFull: "Ya recibes avisos de todos los pedidos que puedo seguir en un chat.",
  newsWhich: "¿De qué pedido quieres que te avise? Envíame su número.",
  newsNothingToCome: "Aquí no hay nada de lo que avisarte: ya no se esperan más cambios.",
};
