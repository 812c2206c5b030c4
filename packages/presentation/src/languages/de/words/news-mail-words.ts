import type { NewsMailWords } from "../../contract/language.ts";

/** Wie E-Mails mit Neuigkeiten lauten, und wie man sie beendet. */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot} – {news}",
  newsMailHello: "Neues von {bot}:",
  newsMailWhy:
    "Sie bekommen diese E-Mail, weil Sie {bot} im Chat gebeten haben, Sie auf dem Laufenden zu halten. Was als E-Mail hierher zurückkommt, liest niemand.",
  newsMailStop: "Keine solchen E-Mails mehr bekommen",
  newsStopTitle: "E-Mails zu Ihren Bestellungen",
  newsStopText:
    "{bot} schickt Ihnen dann keine E-Mails mehr dazu, was aus Ihren Bestellungen wird.",
  newsStopGo: "Keine E-Mails mehr",
  newsStopped:
    "Erledigt: {bot} schickt Ihnen keine E-Mails mehr zu Ihren Bestellungen. Im Chat können Sie wieder darum bitten.",
};
