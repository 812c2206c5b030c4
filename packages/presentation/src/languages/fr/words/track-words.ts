import type { TrackWords } from "../../contract/language.ts";

/** The texts of the page where customers look up an order without a chat. */
export const trackWords: TrackWords = {
  trackTitle: "Suivre votre commande",
  trackIntro:
    "Saisissez le numéro de la confirmation de commande ou du colis, et les coordonnées utilisées pour commander.",
  trackNumber: "Numéro de commande ou de suivi",
  trackEmailHint: "Pour que la boutique sache que c’est bien la vôtre",
  trackGo: "Rechercher",
  trackAnswer: "Réponse",
  trackChoices: "Et ensuite ?",
  trackWaiting: "La recherche est en cours. Cette page s’actualise d’elle-même.",
  trackLookAgain: "Actualiser",
  trackAnother: "Chercher une autre commande",
  trackEnd: "Terminé : vider cette page",
  trackFailed:
    "Cela n’a pas fonctionné. Remplissez le formulaire encore une fois. Cette page a besoin de cookies.",
  trackTooMany: "Cela fait beaucoup d’un coup. Réessayez dans un instant.",
};
