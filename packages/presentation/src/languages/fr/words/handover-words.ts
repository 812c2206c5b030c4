import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled:
    "J’ai appelé un conseiller de la boutique : il vous répondra ici même. En attendant, vous pouvez continuer à me poser vos questions.",
  passedOn: "J’ai transmis : « {words} ».",
  passedOnOrder: "J’ai transmis, au sujet de la commande {number} : « {words} ».",
  choicePassOn: "Transmettre",
  canPassOn: "Je peux le transmettre à un conseiller de la boutique : il suffit d’un geste.",
  personCalledAlready:
    "Un conseiller a été appelé et vous répondra ici même. D’ici là, vous pouvez continuer à me poser vos questions.",
  personCalledStill:
    "Je n’ai pas oublié : votre demande est entre les mains de la boutique, et la réponse s’affichera ici.",
  calledAtOnce:
    "Quelqu’un doit s’en occuper tout de suite : j’ai appelé un conseiller, qui vous répondra ici même.",
  calledAfterMisses:
    "Je n’avance pas sur ce point, j’ai donc appelé un conseiller de la boutique : il vous répondra ici même. En attendant, vous pouvez continuer à me poser vos questions.",
  calledNote: "Un conseiller a aussi été appelé et vous répondra ici.",
  sorryCalled:
    "J’en suis désolé. Un conseiller de la boutique a été appelé et vous répondra ici même.",
  botHere:
    "Vous parlez avec le bot de la boutique : je consulte les commandes et les colis immédiatement. Je peux aussi appeler un conseiller.",
  reachToo: "Vous pouvez aussi nous joindre ici : {contact}.",
  callWithdrawn: "D’accord, j’ai prévenu la boutique que vous n’avez plus besoin de personne.",
  personIsHere: "{name}, de {bot}, est là.",
  botAgain: "Vous parlez de nouveau avec le bot.",
  talkEnded: "Votre échange avec {name} est terminé. Vous parlez de nouveau avec le bot.",
  nobodyFree:
    "Personne n’est libre pour le moment. Votre demande reste auprès de la boutique, qui vous répondra ici même.",
};
