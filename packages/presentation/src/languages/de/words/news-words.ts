import type { NewsWords } from "../../contract/language.ts";

/** Was aus einem Paket oder einer Bestellung wurde, in einem Satz für den Sperrbildschirm: ohne Nummer, Namen und Tag. */
export const newsWords: NewsWords = {
  package: {
    preparing: "Ihr Paket wird vorbereitet.",
    info_received: "Ihr Paket ist beim Versanddienst angekündigt.",
    picked_up: "Ihr Paket ist jetzt beim Versanddienst.",
    in_transit: "Ihr Paket ist unterwegs.",
    customs: "Ihr Paket ist beim Zoll.",
    ready_for_pickup: "Ihr Paket liegt zur Abholung bereit.",
    out_for_delivery: "Ihr Paket wird gerade zugestellt.",
    attempt_failed: "Ihr Paket konnte diesmal nicht zugestellt werden.",
    exception: "Mit Ihrem Paket gibt es unterwegs ein Problem.",
    damaged: "Ihr Paket wurde unterwegs beschädigt.",
    returning: "Ihr Paket geht zurück an den Absender.",
    delivered: "Ihr Paket wurde zugestellt.",
    returned: "Ihr Paket ist wieder beim Absender.",
    lost: "Der Versanddienst meldet Ihr Paket als verloren.",
    canceled: "Der Versand Ihres Pakets wurde storniert.",
    other: "Es gibt Neues zu Ihrem Paket.",
  },
  order: {
    placed: "Ihre Bestellung ist bei uns eingegangen.",
    paid: "Die Zahlung für Ihre Bestellung ist eingegangen.",
    processing: "Ihre Bestellung wird bearbeitet.",
    partially_shipped: "Ein Teil Ihrer Bestellung wurde verschickt.",
    shipped: "Ihre Bestellung wurde verschickt.",
    delivered: "Ihre Bestellung wurde zugestellt.",
    delayed: "Ihre Bestellung verzögert sich.",
    canceled: "Ihre Bestellung wurde storniert.",
    refunded: "Ihre Bestellung wurde erstattet.",
    other: "Es gibt Neues zu Ihrer Bestellung.",
  },
};
