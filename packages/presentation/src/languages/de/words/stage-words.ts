import type { StageWords } from "../../contract/card-language.ts";

/** What each stage is called in German, as it stands within a line. */
export const stageWords: StageWords = {
  unpaid: "Zahlung ausstehend",
  paid: "bezahlt",
  pending: "ausstehend",
  ordered: "bestellt",
  confirmed: "bestätigt",
  processing: "in Vorbereitung",
  awaiting_pickup: "wartet auf Abholung durch den Paketdienst",
  picked_up: "vom Paketdienst abgeholt",
  partially_shipped: "teilweise versandt",
  shipped: "versandt",
  in_transit: "unterwegs",
  delayed: "verspätet",
  out_for_delivery: "in Zustellung",
  ready_for_pickup: "abholbereit",
  delivered: "zugestellt",
  not_delivered: "nicht zugestellt",
  delivery_failed: "Zustellung fehlgeschlagen",
  completed: "abgeschlossen",
  canceled: "storniert",
  refunded: "erstattet",
  returning: "auf dem Rückweg",
  returned: "zurückgesandt",
  on_file: "erfasst",
};
