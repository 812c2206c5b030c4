import type { WaitingWords } from "../../contract/language.ts";

/** Phrases for a customer who waits for a person, for the person's answer by email, and for the survey at the end. */
export const waitingWords: WaitingWords = {
  dayWeekday: "el {day}",
  backAt: "Volvemos {day} ({time} h, {zone}).",
  nextOpen: "{day} ({time} h, {zone})",
  yourTime: "tu hora",
  nobodyNow: "Ahora estamos fuera de nuestro horario, así que la respuesta llegará más tarde.",
  usualWait: "Hoy solemos responder en menos de {wait}.",
  listFull:
    "Ahora mismo hay tanta gente esperando a una persona de la tienda que no puedo avisar a nadie más. Inténtalo de nuevo más tarde.",
  mayLeaveEmail: "Si dejas un correo, la respuesta te llegará también allí.",
  choiceLeaveEmail: "Dejar un correo",
  askLeftEmail: "¿A qué correo podemos escribirte? Solo se usa para esta respuesta.",
  againLeftEmail:
    "Eso no parece un correo, como name@example.com. ¿A qué correo podemos escribirte?",
  emailLeft: "Gracias. Si no ves la respuesta aquí, te llegará por correo a {email}.",
  emailLimited:
    "Por ahora no puedo anotar otro correo aquí. Deja el chat abierto, por favor, o vuelve más tarde.",
  replyMailSubject: "{person} de {bot} te ha respondido",
  replyMailBefore: "{person} de {bot} ha respondido en tu chat:",
  replyMailWithout: "{person} de {bot} ha respondido en tu chat. Léelo allí:",
  replyMailLink: "Seguir con el chat",
  replyMailValid:
    "El enlace funciona una sola vez, durante 7 días. Quien lo tenga puede seguir con el chat: no lo reenvíes a nadie.",
  replyMailAnswer: "Responde en el chat, por favor: nadie lee los correos que llegan aquí.",
  replyMailNotYou: "Si no nos has escrito en un chat, ignora este correo.",
  returnTitle: "Seguir con tu chat",
  returnText: "Sigues con tu chat con {bot} en este navegador. En los demás sitios termina.",
  returnGone:
    "Este enlace ya se usó o es demasiado antiguo. Tu chat sigue donde lo tenías abierto; también puedes empezar uno nuevo.",
  returnNew: "Empezar un chat nuevo",
  backInChat: "Has vuelto a tu chat.",
  newsHidden:
    "Hay novedades de un pedido que sigues. Para verlas, indícame de nuevo cuál es el tuyo.",
  askRating: "¿Qué tal te ha parecido esta conversación, de 1 (muy mal) a 5 (muy bien)?",
  ratingThanks: "¡Gracias! ¿Quieres añadir algo? Escríbelo ahora.",
  ratingNoted: "Gracias, queda anotado.",
  choiceNothing: "No, eso es todo",
};
