import type { TrackWords } from "../../contract/language.ts";

/** The texts of the page where customers look up an order without a chat. */
export const trackWords: TrackWords = {
  trackTitle: "Sigue tu pedido",
  trackIntro:
    "Escribe el número de la confirmación del pedido o del paquete y los datos de contacto con los que hiciste el pedido.",
  trackNumber: "Número de pedido o de seguimiento",
  trackEmailHint: "Para que la tienda sepa que es tuyo",
  trackGo: "Buscar",
  trackAnswer: "Respuesta",
  trackChoices: "¿Qué más?",
  trackWaiting: "Todavía estamos buscando. Esta página se actualiza sola.",
  trackLookAgain: "Actualizar",
  trackAnother: "Buscar otro pedido",
  trackEnd: "Listo: vaciar esta página",
  trackFailed: "No ha funcionado. Rellena el formulario otra vez. Esta página necesita cookies.",
  trackTooMany: "Han sido demasiadas peticiones a la vez. Inténtalo de nuevo en un momento.",
};
