import type { ConcernWords } from "../../contract/language.ts";

/** The bot's French answers, in the form of “vous”, to customers' problems and to requests that it cannot fulfill. */
export const concernWords: ConcernWords = {
  sorryLate: "Je suis désolé pour cette attente.",
  sorryStuck:
    "Je suis désolé que le suivi n’avance pas. Si rien ne bouge d’ici deux jours, un conseiller peut interroger le transporteur.",
  sorryNotHere:
    "Je suis désolé. Selon le transporteur, la livraison a été faite. Regardez là où les colis sont habituellement déposés et demandez à vos voisins ; certains sont notés livrés un jour trop tôt. Si rien n’est arrivé demain, un conseiller peut ouvrir une réclamation auprès du transporteur.",
  sorryMissing:
    "Je suis désolé qu’il manque quelque chose. Vérifiez si cela arrive dans un autre colis ; sinon, un conseiller réglera cela avec vous.",
  sorryWrong:
    "Je suis désolé que vous ayez reçu autre chose. Gardez l’article en l’état et prenez une photo : un conseiller réglera cela avec vous.",
  cannotHurry:
    "Je ne peux pas accélérer la livraison, mais un conseiller peut demander si c’est possible.",
  sorryComplaint:
    "Je suis désolé que vous ne soyez pas satisfait. Un conseiller doit en être informé.",
  sorryAnger:
    "Je suis désolé, je comprends que ce soit agaçant. Un conseiller pourra faire plus que moi.",
  robot:
    "Oui, je suis un programme : je consulte les commandes et les colis dans le système de la boutique. Si vous préférez un conseiller, dites-le-moi.",
  notHuman:
    "Non, je suis un programme : je consulte les commandes et les colis dans le système de la boutique. Si vous préférez un conseiller, dites-le-moi.",
  who: "Je suis le bot de {bot}, un programme qui consulte les commandes et les colis. Que souhaitez-vous savoir ?",
  speaks: "Oui, je parle {languages}. Écrivez dans la langue que vous préférez.",
  privacy:
    "Je ne peux rien supprimer moi-même. La boutique peut effacer tout ce qu’elle conserve sur vous et sur ce chat : demandez-le à un conseiller.",
  notify:
    "Je ne peux pas encore vous écrire de moi-même. Demandez-moi quand vous voulez ; beaucoup de transporteurs proposent aussi des alertes sur leur page de suivi.",
  waiting: "Prenez votre temps, je suis là.",
  noProblem: "Pas de souci.",
  resigned: "D’accord, laissons cela. Je suis là si vous avez besoin de moi.",
  whatNumber:
    "Le numéro de commande figure dans l’e-mail de confirmation et dans votre compte sur la boutique. L’e-mail utilisé pour commander convient aussi.",
  noEmail:
    "Dans ce cas, le numéro de commande suffit : il figure dans la confirmation reçue par e-mail ou SMS, et sur la facture. Si vous n’avez ni l’un ni l’autre, un conseiller peut retrouver votre commande.",
  byName:
    "Je ne peux pas chercher par nom ni par téléphone : d’autres peuvent les connaître. Il me faut le numéro de commande ou l’e-mail utilisé pour commander. Lequel avez-vous sous la main ?",
  byNameSignedIn:
    "Pas besoin de nom ni de téléphone ici : vous êtes connecté, et je vois les commandes de votre compte.",
  asGuest:
    "Pas de souci, il ne faut pas de compte : le numéro de commande ou l’e-mail utilisé pour commander suffit. Lequel avez-vous sous la main ?",
  onBehalf:
    "Si quelqu’un d’autre a passé la commande, demandez-lui le numéro de commande ou de suivi : avec lui, je peux vous dire où cela en est. Le reste, je ne le montre qu’à cette personne. Quel est le numéro ?",
  otherPeople:
    "Je ne montre une commande qu’à la personne qui l’a passée, et c’est pareil pour les vôtres.",
  whyEmail:
    "L’e-mail me sert uniquement à retrouver vos commandes dans le système de la boutique. Si vous préférez ne pas l’envoyer, un numéro de commande suffit. Je ne demande jamais de mot de passe ni de numéro de carte.",
  signedInAs:
    "Vous êtes connecté en tant que {account}. Pour un autre compte, écrivez d’abord « se déconnecter ».",
  signedInNot:
    "Personne n’est connecté ici. L’e-mail utilisé pour commander suffit, ou un numéro de commande. Lequel avez-vous sous la main ?",
  lookingAt: "Je consulte les commandes de {account}. Pour changer, écrivez un autre e-mail.",
  hiddenLines:
    "Dans cette liste, je ne peux montrer que le statut et le mois de chaque commande. Envoyez-moi le numéro de celle qui vous intéresse.",
  hiddenAgain:
    "Sans numéro de commande ni preuve que c’est bien vous, je ne peux rien montrer de plus de celles-ci.",
  whichStatus:
    "Je peux expliquer les étapes d’une commande, par exemple « en cours de livraison ». De laquelle s’agit-il ? Pour d’autres mots, il y a un conseiller.",
  noneFits: "Aucune ne correspond. Laquelle voulez-vous dire ?",
  whichOne: "De laquelle s’agit-il ?",
  leftOut: "C’est plus que je ne consulte en une fois : demandez-moi la suite après.",

  listOpen1: "Vous avez 1 commande en cours :",
  listOpen: "Vous avez {count} commandes en cours :",
  listOpenMore: "Vous avez plus de {count} commandes en cours. Voici les premières :",
  listUnpaid1: "Vous avez 1 commande impayée :",
  listUnpaid: "Vous avez {count} commandes impayées :",
  listUnpaidMore: "Vous avez plus de {count} commandes impayées. Voici les premières :",
  listPast1: "Vous avez 1 commande passée :",
  listPast: "Vous avez {count} commandes passées :",
  listPastMore: "Vous avez plus de {count} commandes passées. Voici les premières :",
  listPlaced: "Vos commandes{span} :",
  listCanceled: "Vos commandes annulées{span} :",
  listDelivered: "Vos commandes livrées{span} :",
  listShipped: "Vos commandes{span} qui sont en route :",
  listRefunded: "Vos commandes remboursées{span} :",
  listAll: "Vos commandes, de la plus récente à la plus ancienne :",
  goodsNone: "Je ne trouve rien de ce nom dans vos commandes.",
  listNone: "Je ne trouve aucune commande de ce genre parmi les vôtres.",

  notUnderstoodStill:
    "Désolé, je ne comprends toujours pas. Essayez avec d’autres mots ou parlez à un conseiller.",
  greetingAgain: "Je suis là. De quoi s’agit-il ?",
  helpAgain:
    "Écrivez par exemple « où est ma commande ? », un numéro de commande ou un numéro de suivi. Pour le reste, il y a un conseiller.",
  thanksAgain: "Avec plaisir !",
  notedAgain: "C’est noté.",
  lookOnlyAgain: "Cela aussi, seul un conseiller peut le faire.",

  sorryForThat: "J’en suis désolé.",
  shopWroteIn: "La boutique n’a écrit ceci qu’en {language} :",
  shopWroteAll:
    "C’est tout ce que la boutique a écrit à ce sujet. Un conseiller pourra vous en dire plus.",

  lookedAgain:
    "Je viens de regarder à nouveau. {answer} Si cela vous semble impossible, un conseiller peut vérifier.",
  sureNone:
    "Parmi les commandes que je peux voir, je n’en trouve aucune de ce genre. Elle est peut-être à une autre adresse e-mail : avec le numéro de commande de votre confirmation, je cherche exactement celle-là. Un conseiller peut chercher plus loin.",
  sureShop:
    "C’est ce qu’indique le système de la boutique, et je n’en vois pas plus. Un conseiller peut vérifier.",
  misread: "Pardon, je vous ai mal compris. Dites-le autrement, ou choisissez :",
  nextUnpaid:
    "Réglez-la sur le site de la boutique : elle part ensuite. Si le montant a déjà été débité, un conseiller peut vérifier le paiement.",
  nextWait:
    "Pour l’instant, vous n’avez rien à faire. Si cela dure plus que prévu, un conseiller peut se renseigner.",
  nextFailed:
    "En général, le transporteur repasse le jour ouvré suivant. Cherchez un avis de passage ou un message : il indique comment choisir un autre jour ou bien où retirer le colis. S’il n’y en a pas, un conseiller peut voir cela avec le transporteur.",
  nextPickup:
    "Retirez-le là-bas, avec une pièce d’identité et le code de retrait si vous en avez reçu un.",
  nextDelivered:
    "Si vous l’avez, tout est en ordre. Sinon, regardez là où l’on dépose d’habitude les colis et demandez à vos voisins ; un conseiller peut voir cela avec le transporteur.",
  nextEnded:
    "Plus rien ne sera envoyé pour cette commande. Si vous attendez encore de l’argent, ou si vous la voulez malgré tout, un conseiller peut s’en charger.",
  nextProblem:
    "C’est maintenant au transporteur ou à la boutique d’agir. Un conseiller peut savoir si l’on attend quelque chose de vous.",
};
