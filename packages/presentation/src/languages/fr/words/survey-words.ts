import type { SurveyWords } from "../../contract/language.ts";

/** Answers to questions about several orders. `{parts}` is what the answer covers. */
export const surveyWords: SurveyWords = {
  countAll: "Vous avez {count} commandes : {parts}.",
  countFound1: "Il n’y en a qu’une.",
  countFound: "Il y en a {count}.",
  countNone: "Vous n’avez pas encore de commande ici.",
  atLeast: "au moins {count}",
  partOpen: "{count} en cours",
  partUnpaid: "{count} à payer",
  partPast: "{count} dans l’historique",
  onlyOpen: "en cours",
  onlyUnpaid: "à payer",
  onlyPast: "historique",
  partShown: "celles de la liste",
  listNewest: "Les {count} plus récentes :",
  listOn: "De {from} à {to} sur {count} :",
  surveySum: "{count} commandes ({parts}) font {amount} au total.",
  surveySumWithout: "Les commandes impayées, annulées et remboursées ne sont pas comptées.",
  surveyCut:
    "Il y a plus de commandes que je ne peux en parcourir d’un coup : ceci vaut pour les plus récentes.",
  surveyCheapest: "Sur {count} commandes ({parts}), voici la moins chère :",
  surveyDearest: "Sur {count} commandes ({parts}), voici la plus chère :",
  surveyCheapestEach:
    "Sur {count} commandes ({parts}), les moins chères, une par devise : {amounts}.",
  surveyDearestEach:
    "Sur {count} commandes ({parts}), les plus chères, une par devise : {amounts}.",
  surveyPaid: "Je ne vois aucun paiement en attente : {count} commandes ({parts}).",
  surveyPaidNot: "Pas encore payées : {lacking} sur {count} commandes ({parts}).",
  surveySent: "Les {count} commandes ont toutes été expédiées ({parts}).",
  surveySentNot:
    "Pas expédiées, ou en partie seulement : {lacking} sur {count} commandes ({parts}).",
  surveyHere: "Les {count} commandes sont toutes arrivées ({parts}).",
  surveyHereNot: "Pas encore arrivées : {lacking} sur {count} commandes ({parts}).",
  surveyUnsure: "La boutique ne le dit pas pour toutes. Voici où elles en sont :",
  surveyNext: "Celle-ci devrait arriver en premier :",
  surveyNextUnknown:
    "Je n’ai pas de dates, je ne peux donc pas dire laquelle arrive en premier. Voici où elles en sont :",
  surveyNextNone: "Rien n’est en route vers vous en ce moment.",
  surveyLast: "Celle-ci est arrivée en dernier :",
  surveyLastNone: "Je ne trouve aucune de vos commandes qui soit arrivée.",
  partsPlaced: "{parts},{span}",
  whichDays:
    "Je ne sais pas de quels jours il s’agit. Dites-le avec un mois ou une date, par exemple « depuis le 1er octobre ».",
  spanWithin: " en {when}",
  spanYear: " en {when}",
  spanDays: " du {when}",
  spanSince: " depuis le {when}",
  spanUntil: " jusqu’au {when}",
  spanOnlyOne: "Il n’y en a qu’une{span}.",
  spanNone: "Vous n’avez pas de commande{span}.",
};
