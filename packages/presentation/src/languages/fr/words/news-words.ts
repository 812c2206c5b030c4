import type { NewsWords } from "../../contract/language.ts";

/** One-sentence updates about a parcel or an order for a lock screen: no number, no name, no day. */
export const newsWords: NewsWords = {
  package: {
    preparing: "Votre colis est en préparation.",
    info_received: "Le transporteur attend votre colis.",
    picked_up: "Le transporteur a pris en charge votre colis.",
    in_transit: "Votre colis est en route.",
    customs: "Votre colis est à la douane.",
    ready_for_pickup: "Votre colis vous attend au point de retrait.",
    out_for_delivery: "Votre colis est en cours de livraison.",
    attempt_failed: "Votre colis n’a pas pu être livré cette fois-ci.",
    exception: "Votre colis rencontre un problème en chemin.",
    damaged: "Votre colis a été endommagé en chemin.",
    returning: "Votre colis repart chez l’expéditeur.",
    delivered: "Votre colis a été livré.",
    returned: "Votre colis est revenu chez l’expéditeur.",
    lost: "Le transporteur signale la perte de votre colis.",
    canceled: "L’envoi de votre colis a été annulé.",
    other: "Il y a du nouveau pour votre colis.",
  },
  order: {
    placed: "Nous avons bien reçu votre commande.",
    paid: "Nous avons bien reçu le paiement de votre commande.",
    processing: "Votre commande est en préparation.",
    partially_shipped: "Une partie de votre commande a été expédiée.",
    shipped: "Votre commande a été expédiée.",
    delivered: "Votre commande a été livrée.",
    delayed: "Votre commande a du retard.",
    canceled: "Votre commande a été annulée.",
    refunded: "Votre commande a été remboursée.",
    other: "Il y a du nouveau pour votre commande.",
  },
};
