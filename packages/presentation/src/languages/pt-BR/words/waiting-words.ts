import type { WaitingWords } from "../../contract/language.ts";

/** Phrases for a customer who waits for a person, for the person's answer by email, and for the survey at the end. */
export const waitingWords: WaitingWords = {
  dayWeekday: "{day}",
  backAt: "Voltamos {day} às {time} ({zone}).",
  nextOpen: "{day} às {time} ({zone})",
  yourTime: "no seu horário",
  nobodyNow: "Estamos fora do nosso horário, então a resposta vem mais tarde.",
  usualWait: "Hoje costumamos responder em até {wait}.",
  listFull:
    "Há tantos clientes esperando um atendente agora que não consigo chamar um para você. Tente de novo mais tarde.",
  mayLeaveEmail: "Você pode deixar um e-mail, e a resposta chega lá também.",
  choiceLeaveEmail: "Deixar um e-mail",
  askLeftEmail: "Para qual e-mail podemos escrever? Ele é usado só para esta resposta.",
  againLeftEmail:
    "Isso não parece um e-mail, como name@example.com. Para qual e-mail podemos escrever?",
  emailLeft: "Obrigado. Se você não vir a resposta aqui, ela chega por e-mail em {email}.",
  emailLimited:
    "No momento não consigo anotar outro e-mail aqui. Deixe o chat aberto, ou volte mais tarde.",
  replyMailSubject: "{person}, de {bot}, respondeu a você",
  replyMailBefore: "{person}, de {bot}, respondeu no seu chat:",
  replyMailWithout: "{person}, de {bot}, respondeu no seu chat. Leia lá:",
  replyMailLink: "Continuar o chat",
  replyMailValid:
    "O link funciona uma vez, por 7 dias. Quem o tiver pode continuar o chat: não encaminhe a ninguém.",
  replyMailAnswer: "Responda no chat, por favor: ninguém lê os e-mails que chegam aqui.",
  replyMailNotYou: "Se você não nos escreveu em um chat, ignore este e-mail.",
  returnTitle: "Continuar seu chat",
  returnText: "Você continua seu chat com {bot} neste navegador. Nos outros lugares ele termina.",
  returnGone:
    "Este link já foi usado ou é antigo demais. Seu chat continua onde você o tinha aberto; você também pode começar um novo.",
  returnNew: "Começar um chat novo",
  backInChat: "Você voltou ao seu chat.",
  newsHidden:
    "Há novidades de um pedido que você acompanha. Para ver, mostre de novo qual é o seu.",
  askRating: "Como foi esta conversa, de 1 (muito ruim) a 5 (muito boa)?",
  ratingThanks: "Obrigado! Quer acrescentar algo? É só escrever agora.",
  ratingNoted: "Obrigado, está anotado.",
  choiceNothing: "Não, é só isso",
};
