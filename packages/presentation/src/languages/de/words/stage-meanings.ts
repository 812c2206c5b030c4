import type { StageWords } from "../../contract/card-language.ts";

/** What each stage means for a waiting customer, in German. */
export const stageMeanings: StageWords = {
  unpaid: "Der Shop wartet auf die Zahlung und verschickt vorher nichts.",
  paid: "Die Zahlung ist da, verschickt ist die Bestellung noch nicht.",
  pending: "Es ist noch nicht entschieden: Shop oder Paketdienst haben noch etwas zu tun.",
  ordered: "Die Bestellung ist beim Shop eingegangen, gepackt wird noch nicht.",
  confirmed: "Der Shop hat die Bestellung angenommen und packt sie als Nächstes.",
  processing: "Der Shop stellt die Bestellung zusammen, verschickt ist sie noch nicht.",
  awaiting_pickup: "Es ist gepackt, der Paketdienst muss es noch beim Shop abholen.",
  picked_up: "Der Paketdienst hat es beim Shop abgeholt, ab jetzt ist es unterwegs.",
  partially_shipped:
    "Ein Teil der Bestellung ist verschickt, der Rest folgt in einem weiteren Paket.",
  shipped: "Der Shop hat es dem Paketdienst übergeben, es ist auf dem Weg zu Ihnen.",
  in_transit: "Der Paketdienst hat es, und es ist zwischen seinen Stationen auf dem Weg zu Ihnen.",
  delayed: "Es ist unterwegs, braucht aber länger als geplant.",
  out_for_delivery: "Es liegt im Zustellfahrzeug und kommt in der Regel heute.",
  ready_for_pickup: "Es liegt an einer Abholstelle bereit, bis Sie es holen.",
  delivered: "Laut Paketdienst wurde es übergeben oder an der Adresse abgelegt.",
  customs: "Es liegt beim Zoll und geht weiter, sobald er es freigibt.",
  exception:
    "Der Paketdienst meldet ein Problem und braucht vielleicht etwas vom Shop oder von Ihnen.",
  damaged: "Der Paketdienst hat es beschädigt vorgefunden; wie es weitergeht, weiß der Shop.",
  lost: "Der Paketdienst findet es nicht; wie es weitergeht, weiß der Shop.",
  not_delivered: "Es kam nicht an: Der Paketdienst hat es noch oder schickt es zurück.",
  delivery_failed: "Ein Zustellversuch ist gescheitert; meist folgt ein weiterer.",
  completed: "Die Bestellung ist erledigt, es kommt nichts mehr.",
  canceled: "Die Bestellung wurde aufgehoben, verschickt wird nichts.",
  refunded:
    "Der Shop hat das Geld zurückgeschickt; bis es auf dem Konto ist, dauert es einige Tage.",
  returning: "Es ist auf dem Weg zurück zum Shop.",
  returned: "Es ist wieder beim Shop.",
  on_file: "Der Paketdienst ist informiert, hat das Paket aber noch nicht bekommen.",
};
