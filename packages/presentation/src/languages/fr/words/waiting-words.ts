import type { WaitingWords } from "../../contract/language.ts";

/** Phrases for a customer who waits for a person, for the person's answer by email, and for the survey at the end. */
export const waitingWords: WaitingWords = {
  dayWeekday: "{day}",
  backAt: "Nous serons de retour {day} à {time} ({zone}).",
  nextOpen: "{day} à {time} ({zone})",
  yourTime: "votre heure",
  nobodyNow: "Nous sommes en dehors de nos horaires, la réponse arrivera donc plus tard.",
  usualWait: "Aujourd’hui, nous répondons en général en moins de {wait}.",
  listFull:
    "Tant de clients attendent un conseiller en ce moment que je ne peux pas en appeler un pour vous. Réessayez plus tard, s’il vous plaît.",
  mayLeaveEmail: "Vous pouvez laisser un e-mail : la réponse vous parviendra là aussi.",
  choiceLeaveEmail: "Laisser un e-mail",
  askLeftEmail: "À quel e-mail pouvons-nous vous écrire ? Il ne sert qu’à cette réponse.",
  againLeftEmail:
    "Cela ne ressemble pas à un e-mail, comme name@example.com. À quel e-mail pouvons-nous vous écrire ?",
  emailLeft: "Merci. Si vous ne voyez pas la réponse ici, elle arrivera par e-mail à {email}.",
  emailLimited:
    "Je ne peux pas noter d’autre e-mail ici pour l’instant. Laissez le chat ouvert, ou revenez plus tard.",
  replyMailSubject: "{person} de {bot} vous a répondu",
  replyMailBefore: "{person} de {bot} a répondu dans votre chat :",
  replyMailWithout: "{person} de {bot} a répondu dans votre chat. À lire ici :",
  replyMailLink: "Continuer le chat",
  replyMailValid:
    "Le lien fonctionne une seule fois, pendant 7 jours. Quiconque le possède peut continuer le chat : ne le transférez à personne.",
  replyMailAnswer:
    "Répondez dans le chat, s’il vous plaît : personne ne lit les e-mails envoyés à cette adresse.",
  replyMailNotYou: "Si vous ne nous avez pas écrit dans un chat, ignorez cet e-mail.",
  returnTitle: "Continuer votre chat",
  returnText: "Vous continuez votre chat avec {bot} dans ce navigateur. Ailleurs, il se termine.",
  returnGone:
    "Ce lien a déjà été utilisé ou est trop ancien. Votre chat continue là où vous l’aviez ouvert ; vous pouvez aussi en commencer un nouveau.",
  returnNew: "Commencer un nouveau chat",
  backInChat: "Vous êtes de retour dans votre chat.",
  newsHidden:
    "Il y a du nouveau pour une commande que vous suivez. Pour le voir, indiquez-moi de nouveau laquelle est la vôtre.",
  askRating: "Êtes-vous satisfait de cette conversation, de 1 (pas du tout) à 5 (tout à fait) ?",
  ratingThanks: "Merci ! Souhaitez-vous ajouter quelque chose ? Écrivez-le maintenant.",
  ratingNoted: "Merci, c’est noté.",
  choiceNothing: "Non, c’est tout",
};
