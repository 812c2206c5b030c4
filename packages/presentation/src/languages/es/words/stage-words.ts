import type { StageWords } from "../../contract/card-language.ts";

/** What each stage is called in Spanish, as it stands within a line. */
export const stageWords: StageWords = {
  unpaid: "pendiente de pago",
  paid: "pagado",
  pending: "pendiente",
  ordered: "pedido realizado",
  confirmed: "confirmado",
  processing: "en preparación",
  awaiting_pickup: "a la espera del transportista",
  picked_up: "recogido por el transportista",
  partially_shipped: "enviado en parte",
  shipped: "enviado",
  in_transit: "en camino",
  delayed: "con retraso",
  out_for_delivery: "en reparto",
  ready_for_pickup: "listo para recoger",
  delivered: "entregado",
  not_delivered: "no entregado",
  delivery_failed: "entrega fallida",
  completed: "completado",
  canceled: "cancelado",
  refunded: "reembolsado",
  returning: "devolución en curso",
  returned: "devuelto",
  on_file: "registrado",
};
