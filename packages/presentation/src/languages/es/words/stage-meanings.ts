import type { StageWords } from "../../contract/card-language.ts";

/** What each stage means for a waiting customer, in Spanish. */
export const stageMeanings: StageWords = {
  unpaid: "la tienda espera el pago y no envía nada antes.",
  paid: "la tienda ha recibido el pago y todavía no ha enviado el pedido.",
  pending: "aún no está resuelto: a la tienda o al transportista le queda algo por hacer.",
  ordered: "la tienda tiene el pedido y aún no ha empezado a prepararlo.",
  confirmed: "la tienda ha aceptado el pedido y lo preparará a continuación.",
  processing: "la tienda está preparando el pedido; todavía no se ha enviado.",
  awaiting_pickup: "está empaquetado y falta que el transportista lo recoja en la tienda.",
  picked_up: "el transportista ya lo recogió en la tienda y va en camino.",
  partially_shipped: "una parte del pedido ya salió; el resto va en otro paquete.",
  shipped: "la tienda lo ha entregado al transportista y va hacia ti.",
  in_transit: "lo tiene el transportista y va de un centro a otro hacia ti.",
  delayed: "va en camino, pero tarda más de lo previsto.",
  out_for_delivery: "lo lleva el repartidor y normalmente llega hoy.",
  ready_for_pickup: "espera en un punto de recogida a que lo retires.",
  delivered: "el transportista indica que se entregó o se dejó en la dirección.",
  customs: "está en la aduana y seguirá su camino cuando lo liberen.",
  exception: "el transportista avisa de un problema y quizá necesite algo de la tienda o de ti.",
  damaged: "el transportista lo encontró dañado; la tienda sabe qué hacer ahora.",
  lost: "el transportista no lo encuentra; la tienda sabe qué hacer ahora.",
  not_delivered: "no llegó: lo tiene el transportista o vuelve a la tienda.",
  delivery_failed:
    "el transportista intentó entregarlo y no pudo; normalmente lo intenta de nuevo.",
  completed: "el pedido está terminado y no queda nada pendiente.",
  canceled: "el pedido se anuló y no se envía nada.",
  refunded: "la tienda ha devuelto el dinero; el banco puede tardar unos días en mostrarlo.",
  returning: "va de vuelta a la tienda.",
  returned: "ya está de vuelta en la tienda.",
  on_file: "el transportista lo tiene anotado, pero aún no ha recibido el paquete.",
};
