import type { TrackWords } from "../../contract/language.ts";

/** Die Seite, auf der eine Bestellung ohne Chat gefunden wird. */
export const trackWords: TrackWords = {
  trackTitle: "Bestellung verfolgen",
  trackIntro:
    "Geben Sie die Nummer aus der Bestellbestätigung oder vom Paket ein und die Kontaktdaten, mit denen Sie bestellt haben.",
  trackNumber: "Bestell- oder Sendungsnummer",
  trackEmailHint: "Damit der Shop weiß, dass es Ihre ist",
  trackGo: "Suchen",
  trackAnswer: "Antwort",
  trackChoices: "Wie weiter?",
  trackWaiting: "Wir suchen noch. Diese Seite sieht von selbst wieder nach.",
  trackLookAgain: "Noch einmal nachsehen",
  trackAnother: "Andere Bestellung suchen",
  trackEnd: "Fertig: Seite leeren",
  trackFailed:
    "Das hat nicht geklappt. Bitte füllen Sie das Formular noch einmal aus. Diese Seite braucht Cookies.",
  trackTooMany: "Das war zu viel auf einmal. Bitte versuchen Sie es gleich noch einmal.",
};
