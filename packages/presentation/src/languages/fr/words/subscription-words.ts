import type { SubscriptionWords } from "../../contract/language.ts";

/** Phrases about customer updates: that they begin, how they arrive, how to stop them. */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "Me tenir au courant",
  choiceKeepPostedAll: "Suivre tout",
  newsOfOrder:
    "Je vous préviendrai dès que quelque chose change pour cette commande : à l’expédition, pendant la livraison, à l’arrivée, et en cas de problème.",
  newsOfPackage:
    "Je vous préviendrai dès que quelque chose change pour ce colis : pendant la livraison, à l’arrivée, et en cas de problème.",
  newsOfAll:
    "Je vous préviendrai dès que quelque chose change pour l’une de vos commandes : à l’expédition, pendant la livraison, à l’arrivée, et en cas de problème.",
  newsFromShop:
    "Vous avez demandé sur la boutique à suivre votre commande : je vous écrirai à l’expédition, pendant la livraison, à l’arrivée, et en cas de problème.",
  newsHere: "Les alertes arrivent ici, dans ce chat.",
  newsOnReturn: "Vous trouverez les alertes ici quand vous reviendrez dans ce chat.",
  newsOnReturnBrowser:
    "Vous trouverez les alertes ici quand vous reviendrez dans ce chat, et aussi dans votre navigateur si vous activez les notifications.",
  newsOnReturnEmail:
    "Vous trouverez les alertes ici quand vous reviendrez dans ce chat ; tant qu’il est fermé, elles arrivent par e-mail.",
  newsOnReturnBoth:
    "Vous trouverez les alertes ici quand vous reviendrez dans ce chat ; tant qu’il est fermé, elles arrivent par e-mail, ou dans votre navigateur si vous activez les notifications.",
  newsStopHint: "Répondez STOP pour ne plus les recevoir.",
  newsOff: "Vous ne recevrez plus d’alertes ici. Répondez REPRENDRE pour les réactiver.",
  newsNone: "Vous ne recevez pas d’alertes dans ce chat.",
  newsHowTo: "Pour en recevoir, demandez une commande et choisissez « Me tenir au courant ».",
  newsOnAgain: "Les alertes sont réactivées. Répondez STOP pour ne plus les recevoir.",
  newsFollowed: "Commandes et colis que je suis pour vous : {count}.",
  newsEndedToo: "Les alertes sont arrêtées aussi.",
  newsOrCancel: "Voulez-vous arrêter les alertes, ou s’agit-il de la commande elle-même ?",
  choiceStopNews: "Arrêter les alertes",
  choiceCancelOrder: "Annuler la commande",
  choiceReturnOrder: "Retour/remboursement",
  newsNotProved:
    "Je ne peux plus être sûr que ceci peut vous être montré, je n’ai donc pas activé les alertes. Recherchez-le d’abord à nouveau, s’il vous plaît.",
  newsFull:
    "Vous recevez déjà des nouvelles d’autant de commandes que je peux suivre dans un chat.",
  newsWhich: "Quelle commande dois-je suivre pour vous ? Envoyez-moi son numéro.",
  newsNothingToCome: "Il n’y a rien à vous annoncer ici : plus aucun changement n’est attendu.",
};
