import type { DialogWords } from "../../contract/language.ts";

/** All of the bot's French texts, using “vous”. `{name}` marks a placeholder. */
export const dialogWords: DialogWords = {
  welcome:
    "Bonjour, ici {bot}. Je peux consulter vos commandes et vos colis. Écrivez simplement ce que vous voulez savoir, ou choisissez :",
  help: "Je peux retrouver vos commandes et vous dire où sont vos colis. Envoyez-moi un numéro de commande, un numéro de colis ou l’e-mail utilisé pour commander, par exemple « où est ma commande MB12345678 ? ». Écrivez « annuler » à tout moment pour arrêter.",
  menu: "Que souhaitez-vous faire ?",
  greeting: "Bonjour ! Que souhaitez-vous savoir ?",
  thanks: "Je vous en prie. N’hésitez pas à écrire si vous avez une autre question.",
  noted: "C’est noté. N’hésitez pas à écrire si vous avez une autre question.",
  noMore: "Il n’y a rien de plus à afficher.",
  stopped: "D’accord, on arrête là. Que souhaitez-vous faire ?",
  nothingToStop: "Il n’y a rien à arrêter ici, et rien n’a été modifié. Que souhaitez-vous faire ?",
  lookOnly:
    "Je peux seulement consulter les commandes et les colis. Pour les modifications, les remboursements et les autres questions, il y a un conseiller.",
  notSpoken: "Désolé, je ne parle pas cette langue. Ici, je parle {languages}.",
  notUnderstood:
    "Désolé, cela me dépasse : je consulte les commandes et les colis. Pour le reste, un conseiller peut vous aider.",
  notUnderstoodAgain:
    "Désolé, je ne peux pas vous aider pour cela non plus. Choisissez l’une de ces options ou parlez à un conseiller.",
  clarify: "S’agit-il d’une commande ou d’un colis ? Choisissez :",
  textOnly:
    "Pour l’instant, je ne lis que du texte : ni photos, ni stickers, ni fichiers, ni messages vocaux. Dites-moi avec des mots ce qu’il vous faut, par exemple un numéro de commande.",
  pictureTaken:
    "Je ne peux pas regarder les photos ni les fichiers, mais un conseiller le peut. Voulez-vous qu’un conseiller vous aide ? Vous pouvez aussi me dire avec des mots ce qu’il vous faut.",
  sendPicture: "Envoyer une photo ou un PDF",
  pictureRefused: "Refusé : JPEG, PNG, WebP, HEIC ou PDF jusqu’à 10 Mo.",
  choiceExpired: "Ce bouton ne fonctionne plus ici. Que souhaitez-vous faire ?",

  askEmail: "Avec quel e-mail avez-vous commandé ? Un numéro de commande convient aussi.",
  withCountryCode:
    "Écrivez le numéro de téléphone avec l’indicatif du pays, comme +33 6 12 34 56 78.",
  phoneOrNumber: "{number}, est-ce votre numéro de téléphone ou un numéro de commande ?",
  askOrderNumber: "Quel est le numéro de commande ? Il figure dans votre confirmation de commande.",
  askPackageNumber: "Quel est le numéro de colis ou le numéro de commande ?",
  againEmail:
    "Cela ne ressemble pas à un e-mail, comme name@example.com. Avec quel e-mail avez-vous commandé ?",
  againOrderNumber:
    "Cela ne ressemble pas à un numéro de commande : il me faut de 3 à 64 lettres ou chiffres. Quel est le numéro de commande ?",
  againPackageNumber:
    "Cela ne ressemble pas à un numéro de colis : il me faut de 3 à 64 lettres ou chiffres. Quel est le numéro de colis ou de commande ?",
  stuck: "Nous pouvons en rester là, ou un conseiller peut vous aider. Que souhaitez-vous faire ?",

  ordersOpenMasked: "En cours : {count}.",
  ordersUnpaidMasked: "En attente de paiement : {count}.",
  ordersPastMasked: "Déjà passé : {count}.",
  count1: "1 commande",
  count2: "2 commandes",
  countMore: "3 commandes ou plus",
  noOrdersOpen:
    "Je ne trouve aucune commande en cours. S’agit-il d’une commande impayée ou d’une commande passée ?",
  noOrdersUnpaid: "Je ne trouve aucune commande impayée.",
  noOrdersPast: "Je ne trouve aucune commande passée.",
  orderFoundMasked: "Pour l’instant, c’est tout ce que je peux montrer pour ce numéro :",
  ladderAccount:
    "Un e-mail ne suffit pas à prouver qui pose la question : je n’affiche donc que le statut et le mois. Envoyez-moi un numéro de commande pour voir ce qu’elle contient et où elle se trouve.",
  ladderNumber:
    "Un numéro comme celui-ci ne prouve pas qui pose la question : je n’affiche donc que le statut. Envoyez-moi l’e-mail utilisé pour commander et vous verrez le reste.",
  ladderPackage: "Envoyez-moi le numéro de commande pour voir ce que contient le colis.",
  ladderAccountOrCode:
    "Un e-mail ne suffit pas à prouver qui pose la question : je n’affiche donc que le statut et le mois. Envoyez-moi un numéro de commande pour voir ce qu’elle contient, ou recevez un code par e-mail pour tout voir.",
  ladderAccountOrSignIn:
    "Un e-mail ne suffit pas à prouver qui pose la question : je n’affiche donc que le statut et le mois. Envoyez-moi un numéro de commande pour voir ce qu’elle contient, ou confirmez que c’est bien vous avec l’un des boutons pour tout voir.",
  askEmailForCode:
    "Pour protéger vos commandes, j’envoie d’abord un code à l’e-mail utilisé pour commander. Quel est cet e-mail ?",
  askCode: "Quels sont les 6 chiffres de l’e-mail que je vous ai envoyé ?",
  againCode:
    "Il me faut les 6 chiffres de l’e-mail que je vous ai envoyé. S’il n’est pas arrivé, regardez dans vos spams ou demandez-moi de le renvoyer.",
  codeSent:
    "J’ai envoyé un code à {email}. Il est valable 10 minutes. Quels sont ses 6 chiffres ? Si rien n’arrive, regardez dans vos spams.",
  codeLimited:
    "Assez de codes ont été envoyés à {email} pour l’instant. Vous pourrez recevoir le prochain dans {wait}, ou utiliser un autre e-mail.",
  codeLimitedPending:
    "Je ne peux pas envoyer d’autre code à {email} avant {wait}, mais le dernier reste valable. Quels sont ses 6 chiffres ? Regardez aussi dans vos spams.",
  codeNotSent:
    "L’e-mail contenant le code n’a pas pu être envoyé. L’erreur vient de chez nous, pas de vous. Réessayez dans un instant.",
  codeRefused:
    "Cette boîte de réception n’accepte pas mon e-mail : je ne peux pas y envoyer de code. L’adresse est-elle bien écrite ?",
  codeNotForEmail:
    "Je ne peux pas envoyer de code à un e-mail de cette forme. Vous pouvez utiliser un autre e-mail ou un numéro de commande.",
  codeNotForPhone:
    "Je ne peux envoyer de code que par e-mail, pas par téléphone. Pour voir vos commandes ici, connectez-vous sur la boutique, ou parlez à un conseiller.",
  codeRight: "Merci, c’est le bon code.",
  codeWrong:
    "Ce n’est pas le bon code. Vérifiez ; seul l’e-mail le plus récent compte. Il vous reste {tries} essais.",
  codeWrongOnce:
    "Ce n’est pas le bon code. Vérifiez ; seul l’e-mail le plus récent compte. Il vous reste un essai.",
  codeUsedUp:
    "Ce n’était pas le bon code non plus : il n’est plus valable. Vous pouvez en demander un nouveau.",
  codeExpired:
    "Ce code n’est plus valable : les codes durent 10 minutes. Vous pouvez en demander un nouveau.",
  signInNeeded:
    "Cette boutique ne montre les commandes qu’aux clients connectés. Connectez-vous sur la page de la boutique et ouvrez le chat depuis là, ou parlez à un conseiller.",
  linkMade:
    "Connectez-vous sur la boutique avec le bouton, puis confirmez. La page affiche ensuite 6 chiffres : lesquels ? Le lien est pour vous seul, il fonctionne une fois et pendant 5 minutes. N’en confirmez jamais un que quelqu’un vous aurait envoyé.",
  linkLimited:
    "Vous avez reçu assez de liens de connexion pour l’instant. Vous pourrez recevoir le prochain dans {wait}, ou parler à un conseiller.",
  linkUnconfirmed:
    "La boutique ne l’a pas encore confirmé. Connectez-vous avec le bouton ci-dessus et confirmez ; la page affiche ensuite 6 chiffres. Lesquels ?",
  linkWrong:
    "Ce ne sont pas les chiffres affichés par la page de la boutique. Vérifiez. Il vous reste {tries} essais.",
  linkWrongOnce:
    "Ce ne sont pas les chiffres affichés par la page de la boutique. Vérifiez. Il vous reste un essai.",
  linkUsedUp:
    "Ce n’étaient pas les bons chiffres non plus : ils ne sont plus valables. Vous pouvez vous reconnecter.",
  linkExpired:
    "Cette connexion n’est plus valable : elle dure 5 minutes. Vous pouvez vous reconnecter.",
  linked:
    "Merci. Ce chat est maintenant relié au compte {account}, pour 30 jours au plus. Écrivez « se déconnecter » pour y mettre fin à tout moment.",
  askShown: "Quels sont les 6 chiffres affichés par la page de la boutique ?",
  againShown:
    "Il me faut les 6 chiffres affichés par la page de la boutique après votre confirmation. Si elle n’en affiche pas, connectez-vous à nouveau.",
  signedOut:
    "Vous êtes déconnecté, et je n’affiche plus rien de votre compte ici. Ce que j’ai envoyé avant peut rester visible plus haut.",
  notSignedIn: "Personne n’est connecté ici.",
  packageByOrder: "Je retrouve les colis par leurs commandes.",
  limited:
    "Pour protéger les commandes de tout le monde, je limite le nombre d’e-mails et de numéros différents que je consulte. Réessayez dans {wait}, ou parlez à un conseiller.",
  waitMinute: "une minute",
  waitMinutes: "{count} minutes",
  waitHours: "{count} heures",
  userNotFound:
    "La boutique ne connaît aucune commande avec cet e-mail. Est-il bien écrit, ou en avez-vous utilisé un autre ?",
  orderNotInAccount:
    "Je ne trouve pas de commande numéro {number} pour cet e-mail. Vérifiez les deux, s’il vous plaît.",
  thatOrderNotInAccount: "Je ne trouve plus cette commande pour cet e-mail.",
  thatNumberNotFound: "La boutique ne connaît plus cette commande ou ce colis.",
  numberNotFound:
    "La boutique ne connaît ni commande ni colis avec le numéro {number}. Envoyez-moi le numéro complet, comme dans votre confirmation de commande.",
  noPackages: "La boutique n’indique encore aucun colis pour cette commande.",
  failed:
    "Désolé, quelque chose s’est mal passé de mon côté et je n’ai pas pu terminer. Réessayez, s’il vous plaît.",

  unavailable:
    "Le système de la boutique ne répond pas en ce moment, je ne peux donc pas le consulter. Cela ne dit rien de votre commande. Réessayez dans un instant.",
  unavailableForNow:
    "Le système de la boutique ne répond pas actuellement, je ne peux donc pas le consulter. Cela ne dit rien de votre commande. Réessayez plus tard, ou parlez à un conseiller.",
  unavailableAgain:
    "Le système de la boutique ne répond toujours pas. Réessayez plus tard, ou parlez à un conseiller.",

  reach: "Vous pouvez joindre un conseiller ici : {contact}.",

  choiceOrders: "Mes commandes",
  choicePackages: "Suivre un colis",
  choiceHelp: "Aide",
  choicePerson: "Parler à quelqu’un",
  choiceStartOver: "Recommencer",
  choiceOpen: "En cours",
  choiceUnpaid: "Impayées",
  choicePast: "Passées",
  choiceMore: "Plus",
  choiceRetry: "Réessayer",
  choiceTrack: "Où en est l’envoi ?",
  choiceOrderOfPackage: "Voir la commande",
  choiceGetCode: "Code par e-mail",
  choiceSignIn: "Se connecter",
  choiceNewLink: "Un nouveau lien",
  choiceSignOut: "Se déconnecter",
  choiceSendAgain: "Renvoyer",
  choiceNewCode: "Un nouveau code",
  choiceAllDetails: "Voir tout le détail",
  choiceUseEmail: "Avec mon e-mail",
  choiceOtherEmail: "Un autre e-mail",
  choiceIsPhone: "Mon téléphone",
  choiceIsNumber: "Un n° de commande",
  choiceUseOrderNumber: "Avec le n° commande",
  choiceOtherNumber: "Un autre numéro",

  pageGreeting:
    "Ici {bot}. Demandez où est votre commande, et le système de la boutique vous répond.",
  iceBreakerOrders: "Où est ma commande ?",
  iceBreakerPackages: "Où est mon colis ?",
  buttonCopyTracking: "Copier n° de suivi",

  mailSubject: "Votre code pour le chat avec {bot}",
  mailWhy:
    "Ici {bot}. Quelqu’un a donné cet e-mail dans notre chat. Pour confirmer qu’il est bien à vous, tapez ce code dans le chat :",
  mailValid: "Le code est valable 10 minutes.",
  mailNotYou:
    "Si vous n’avez rien demandé, ignorez cet e-mail : sans le code, personne ne peut se faire passer pour vous.",
  mailNever: "Ne donnez jamais ce code à personne : la boutique ne vous le demandera pas.",
  theTeam: "l’équipe",
  transcriptSubject: "Votre conversation avec {bot}",
  transcriptBefore: "Vous avez demandé une copie de votre conversation avec {bot}. La voici :",
  transcriptYou: "Vous",
  personSays: "{name} : {text}",
  transcriptAfter:
    "Elle peut montrer vos commandes : ne la transférez à personne qui ne doit pas les voir.",
};
