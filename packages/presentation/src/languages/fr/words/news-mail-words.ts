import type { NewsMailWords } from "../../contract/language.ts";

/** How mails with news are written, and how they are ended. */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot} : {news}",
  newsMailHello: "Des nouvelles de {bot} :",
  newsMailWhy:
    "Vous recevez cet e-mail parce que vous avez demandé à {bot}, dans le chat, de vous tenir au courant. Personne ne lit les e-mails envoyés à cette adresse.",
  newsMailStop: "Ne plus recevoir d’e-mails de ce type",
  newsStopTitle: "E-mails sur vos commandes",
  newsStopText: "{bot} ne vous enverra plus d’e-mails sur le suivi de vos commandes.",
  newsStopGo: "Ne plus envoyer d’e-mails",
  newsStopped:
    "C’est fait : {bot} ne vous envoie plus d’e-mails sur vos commandes. Vous pouvez les redemander dans le chat.",
};
