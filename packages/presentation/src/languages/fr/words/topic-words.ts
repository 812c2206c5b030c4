import type { TopicWords } from "../../contract/language.ts";

/** The bot's French replies, in the form of “vous”, to topics for which the shop has given no answer. */
export const topicWords: TopicWords = {
  topicReturns:
    "Je ne connais pas les règles de retour de la boutique, mais un conseiller pourra vous dire comment faire et jusqu’à quand.",
  topicRefund:
    "Je ne vois pas les remboursements, mais un conseiller de la boutique pourra vous dire où est l’argent et quand il arrive.",
  topicExchange:
    "Je ne peux pas faire d’échange moi-même, mais un conseiller de la boutique pourra vous dire comment procéder.",
  topicCancel:
    "Je ne peux pas annuler une commande moi-même. Un conseiller de la boutique le peut tant qu’elle n’est pas partie ; ensuite, c’est un retour.",
  topicChangeAddress:
    "Je ne peux pas changer l’adresse moi-même. Un conseiller de la boutique le peut tant que rien n’est parti ; ensuite, voyez avec le transporteur.",
  topicChangeOrder:
    "Je ne peux pas modifier le contenu d’une commande. Un conseiller de la boutique le peut tant qu’elle n’est pas partie.",
  topicDamaged:
    "Je suis désolé que l’article soit arrivé ainsi. Gardez tout et prenez une ou deux photos : un conseiller de la boutique réglera cela avec vous.",
  topicInvoice:
    "Je ne peux pas faire de facture ni de reçu, mais un conseiller de la boutique pourra vous en envoyer.",
  topicDeliveryTime:
    "Je ne peux pas dire combien de temps prend la livraison ; un conseiller de la boutique le peut. Une fois la commande passée, je peux voir où elle en est.",
  topicDeliveryCost:
    "Je ne peux pas dire combien coûte la livraison, mais la boutique l’affiche au moment de payer, et un conseiller pourra vous le dire.",
  topicAbroad:
    "Je ne peux pas dire où la boutique livre ni ce que prend la douane ; un conseiller de la boutique le peut.",
  topicCarriers:
    "Je ne peux pas dire avec quels transporteurs la boutique travaille, mais un conseiller le peut. Une fois l’envoi en route, je vous dirai lequel le porte.",
  topicPickUp:
    "Je ne peux pas dire si un retrait sur place est possible ; un conseiller de la boutique le peut.",
  topicPaymentMethods:
    "La boutique affiche les moyens de paiement au moment de payer. Pour un cas particulier, demandez à un conseiller.",
  topicPaymentProblem:
    "Je suis désolé que le paiement pose problème. Je ne vois pas les paiements, mais un conseiller de la boutique pourra vérifier.",
  topicDiscount:
    "Je ne connais ni codes ni offres, mais un conseiller de la boutique pourra vous dire ce qu’il y a et pourquoi un code est refusé.",
  topicPriceProtection:
    "Je ne peux pas dire si la différence est remboursée ; un conseiller de la boutique le peut.",
  topicStock:
    "Je ne vois pas le stock, mais un conseiller de la boutique le voit, et sait quand il y en aura de nouveau.",
  topicSize:
    "Je ne peux pas dire quelle taille vous va. La page de l’article a souvent un guide, et un conseiller de la boutique pourra vous orienter.",
  topicProduct:
    "Je connais mieux les commandes que les articles : ce que vous voulez savoir sur celui-ci, un conseiller de la boutique pourra vous le dire.",
  topicWarranty:
    "Je ne peux pas dire ce que couvre la garantie, mais un conseiller de la boutique le peut. Gardez le reçu à portée de main.",
  topicRepair:
    "Pour les réparations, les pièces et l’installation, un conseiller de la boutique pourra vous renseigner ; je n’en sais rien.",
  topicOpeningHours:
    "Je ne connais ni les horaires ni l’adresse de la boutique, mais ils sont sur sa page de contact, et un conseiller pourra vous les donner.",
  topicComplaint:
    "Je suis désolé que vous ne soyez pas satisfait. Un conseiller doit en être informé.",
  topicPrivacy:
    "Je ne peux ni voir ni supprimer ce qui est conservé sur vous. La boutique peut faire les deux : demandez-le à un conseiller.",
  topicAccount:
    "Je ne peux pas entrer dans votre compte. La page de connexion aide en cas de mot de passe oublié ; pour tout autre point, voyez avec la boutique.",
  topicDeliveryWish:
    "Je ne peux pas organiser cela avec le transporteur. Sur la page de suivi de la plupart d’entre eux, vous pouvez choisir un autre jour, un lieu sûr, un voisin ou un point relais ; un conseiller de la boutique peut aussi le demander.",
  topicPickupCode:
    "Le code de retrait est envoyé par le transporteur, par SMS ou par e-mail, dès que le colis peut être retiré. Je ne l’ai pas ; un conseiller peut le demander.",
  topicGift:
    "Je ne sais pas si un emballage cadeau ou une carte est possible ; un conseiller de la boutique peut vous le dire.",
};
