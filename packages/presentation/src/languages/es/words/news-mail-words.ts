import type { NewsMailWords } from "../../contract/language.ts";

/** How mails with news are written, and how they are ended. */
export const newsMailWords: NewsMailWords = {
  newsMailSubject: "{bot} – {news}",
  newsMailHello: "Novedades de {bot}:",
  newsMailWhy:
    "Recibes este correo porque pediste a {bot} en el chat que te avisara. Nadie lee los correos que llegan aquí.",
  newsMailStop: "No recibir más correos como este",
  newsStopTitle: "Correos sobre tus pedidos",
  newsStopText: "{bot} dejará de enviarte correos con las novedades de tus pedidos.",
  newsStopGo: "No enviar más correos",
  newsStopped:
    "Hecho: {bot} ya no te enviará correos sobre tus pedidos. Si los quieres de nuevo, pídelos en el chat.",
};
