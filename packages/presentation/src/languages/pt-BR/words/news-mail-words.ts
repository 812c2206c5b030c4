import type { NewsMailWords } from "../../contract/language.ts";

/** How mails with news are written, and how they are ended. */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot} – {news}",
  newsMailHello: "Novidades de {bot}:",
  newsMailWhy:
    "Você recebe este e-mail porque pediu a {bot}, no chat, para ser avisado. Ninguém lê os e-mails que chegam aqui.",
  newsMailStop: "Não receber mais e-mails como este",
  newsStopTitle: "E-mails sobre seus pedidos",
  newsStopText: "{bot} deixa de enviar e-mails com novidades dos seus pedidos.",
  newsStopGo: "Não enviar mais e-mails",
  newsStopped:
    "Pronto: {bot} não envia mais e-mails sobre seus pedidos. Se quiser de novo, peça no chat.",
};
