import type { NewsWords } from "../../contract/language.ts";

/** One-sentence updates about a parcel or an order for a lock screen: no number, no name, no day. */
export const newsWords: NewsWords = {
  package: {
    preparing: "Estamos preparando tu paquete.",
    info_received: "La empresa de transporte está esperando tu paquete.",
    picked_up: "La empresa de transporte ya tiene tu paquete.",
    in_transit: "Tu paquete está en camino.",
    customs: "Tu paquete está en la aduana.",
    ready_for_pickup: "Ya puedes recoger tu paquete.",
    out_for_delivery: "Tu paquete está en reparto.",
    attempt_failed: "Esta vez no se pudo entregar tu paquete.",
    exception: "Tu paquete ha tenido un problema en el camino.",
    damaged: "Tu paquete se ha dañado en el camino.",
    returning: "Tu paquete vuelve al remitente.",
    delivered: "Tu paquete ha sido entregado.",
    returned: "Tu paquete ha vuelto al remitente.",
    lost: "La empresa de transporte da tu paquete por perdido.",
    canceled: "El envío de tu paquete se ha cancelado.",
    other: "Hay novedades sobre tu paquete.",
  },
  order: {
    placed: "Hemos recibido tu pedido.",
    paid: "Hemos recibido el pago de tu pedido.",
    processing: "Estamos preparando tu pedido.",
    partially_shipped: "Parte de tu pedido ya ha sido enviada.",
    shipped: "Tu pedido ha sido enviado.",
    delivered: "Tu pedido ha sido entregado.",
    delayed: "Tu pedido se retrasa.",
    canceled: "Tu pedido se ha cancelado.",
    refunded: "Te hemos reembolsado tu pedido.",
    other: "Hay novedades sobre tu pedido.",
  },
};
