import type { StageWords } from "../../contract/card-language.ts";

/** What each stage means for a waiting customer, in French. */
export const stageMeanings: StageWords = {
  unpaid: "la boutique attend le paiement et n’envoie rien avant.",
  paid: "la boutique a reçu le paiement et n’a pas encore expédié la commande.",
  pending:
    "rien n’est encore décidé : la boutique ou le transporteur a encore quelque chose à faire.",
  ordered: "la boutique a la commande et n’a pas commencé à l’emballer.",
  confirmed: "la boutique a accepté la commande et va l’emballer.",
  processing: "la boutique prépare la commande ; elle n’est pas encore partie.",
  awaiting_pickup: "tout est emballé, le transporteur doit encore passer à la boutique.",
  picked_up: "le transporteur est passé à la boutique ; l’acheminement a commencé.",
  partially_shipped: "une partie de la commande est partie, le reste suit dans un autre colis.",
  shipped: "la boutique a tout remis au transporteur, et l’envoi est en route vers vous.",
  in_transit: "le transporteur achemine l’envoi d’un dépôt à l’autre, jusque chez vous.",
  delayed: "l’envoi est en route, mais met plus de temps que prévu.",
  out_for_delivery: "le livreur a l’envoi dans son véhicule et passe en général le jour même.",
  ready_for_pickup: "l’envoi attend au point de retrait que vous veniez le chercher.",
  delivered: "selon le transporteur, l’envoi a été remis ou déposé à l’adresse.",
  customs: "la douane examine l’envoi, qui repartira dès qu’elle le libère.",
  exception:
    "le transporteur signale un problème et attend peut-être quelque chose de la boutique ou de vous.",
  damaged: "le transporteur a constaté un dommage ; la boutique sait quelle est la suite.",
  lost: "le transporteur ne retrouve pas l’envoi ; la boutique sait quelle est la suite.",
  not_delivered: "l’envoi n’est pas arrivé chez vous : le transporteur l’a encore ou le renvoie.",
  delivery_failed: "le transporteur a essayé de livrer, sans succès ; la plupart réessaient.",
  completed: "la commande est terminée, plus rien n’est à venir.",
  canceled: "la commande a été annulée, et rien n’est envoyé.",
  refunded: "la boutique a rendu l’argent ; la banque peut mettre quelques jours à l’afficher.",
  returning: "l’envoi repart vers la boutique.",
  returned: "l’envoi est revenu à la boutique.",
  on_file: "le transporteur est prévenu, mais n’a pas encore le colis entre les mains.",
};
