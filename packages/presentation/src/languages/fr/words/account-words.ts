import type { AccountWords } from "../../contract/language.ts";

/** The phrases for shops that find customers by phone number, or by phone number or email. */
export const accountWords: AccountWords = {
  phone: {
    help: "Je peux retrouver vos commandes et vous dire où sont vos colis. Envoyez-moi un numéro de commande, un numéro de colis ou le numéro de téléphone utilisé pour commander, par exemple « où est ma commande MB12345678 ? ». Écrivez « annuler » à tout moment pour arrêter.",
    askEmail:
      "Avec quel numéro de téléphone avez-vous commandé ? Un numéro de commande convient aussi.",
    againEmail:
      "Ce numéro ne me permet pas de chercher : il ne ressemble pas à un numéro de téléphone. Écrivez-le en entier, avec l’indicatif du pays s’il y en a un, comme +33 6 12 34 56 78. Avec quel numéro avez-vous commandé ?",
    ladderAccount:
      "Un numéro de téléphone ne suffit pas à prouver qui pose la question : je n’affiche donc que le statut et le mois. Envoyez-moi un numéro de commande pour voir ce qu’elle contient et où elle se trouve.",
    ladderAccountOrSignIn:
      "Un numéro de téléphone ne suffit pas à prouver qui pose la question : je n’affiche donc que le statut et le mois. Envoyez-moi un numéro de commande pour voir ce qu’elle contient, ou confirmez que c’est bien vous avec l’un des boutons pour tout voir.",
    ladderNumber:
      "Un numéro comme celui-ci ne prouve pas qui pose la question : je n’affiche donc que le statut. Envoyez-moi le numéro de téléphone utilisé pour commander et vous verrez le reste.",
    limited:
      "Pour protéger les commandes de tout le monde, je limite le nombre de numéros de téléphone et de commande différents que je consulte. Réessayez dans {wait}, ou parlez à un conseiller.",
    userNotFound:
      "La boutique ne connaît aucune commande avec ce numéro de téléphone. Est-il correct, avec le bon indicatif, ou en avez-vous utilisé un autre ?",
    orderNotInAccount:
      "Je ne trouve pas de commande numéro {number} pour ce téléphone. Vérifiez les deux, s’il vous plaît.",
    thatOrderNotInAccount: "Je ne trouve plus cette commande pour ce téléphone.",
    choiceUseEmail: "Avec mon téléphone",
    choiceOtherEmail: "Un autre téléphone",
    whatNumber:
      "Le numéro de commande figure dans le message de confirmation et dans votre compte sur la boutique. Le numéro de téléphone utilisé pour commander convient aussi.",
    noEmail:
      "Ici, pas besoin d’e-mail : le numéro de téléphone utilisé pour commander suffit, ou le numéro de commande. Si vous n’avez ni l’un ni l’autre, un conseiller peut retrouver votre commande.",
    byName:
      "Je ne peux pas chercher par nom : d’autres peuvent connaître le vôtre. Il me faut le numéro de commande ou le numéro de téléphone utilisé pour commander. Lequel avez-vous sous la main ?",
    asGuest:
      "Pas de souci, il ne faut pas de compte : le numéro de commande ou le numéro de téléphone utilisé pour commander suffit. Lequel avez-vous sous la main ?",
    whyEmail:
      "Le numéro de téléphone me sert uniquement à retrouver vos commandes dans le système de la boutique. Si vous préférez ne pas l’envoyer, un numéro de commande suffit. Je ne demande jamais de mot de passe ni de numéro de carte.",
    signedInNot:
      "Personne n’est connecté ici. Le numéro de téléphone utilisé pour commander suffit, ou un numéro de commande. Lequel avez-vous sous la main ?",
    lookingAt:
      "Je consulte les commandes de {account}. Pour changer, écrivez un autre numéro de téléphone.",
  },
  both: {
    help: "Je peux retrouver vos commandes et vous dire où sont vos colis. Envoyez-moi un numéro de commande, un numéro de colis ou l’e-mail ou le téléphone utilisé pour commander, par exemple « où est ma commande MB12345678 ? ». Écrivez « annuler » à tout moment pour arrêter.",
    askEmail:
      "Avec quel e-mail ou quel téléphone avez-vous commandé ? Un numéro de commande convient aussi.",
    againEmail:
      "Cela ne ressemble ni à un e-mail, comme name@example.com, ni à un téléphone, comme +33 6 12 34 56 78. Avec lequel des deux avez-vous commandé ?",
    ladderNumber:
      "Un numéro comme celui-ci ne prouve pas qui pose la question : je n’affiche donc que le statut. Envoyez-moi l’e-mail ou le téléphone utilisé pour commander et vous verrez le reste.",
    limited:
      "Pour protéger les commandes de tout le monde, je limite le nombre d’e-mails, de téléphones et de numéros différents que je consulte. Réessayez dans {wait}, ou parlez à un conseiller.",
    choiceUseEmail: "E-mail ou téléphone",
    choiceOtherEmail: "Autre e-mail ou tél.",
    whatNumber:
      "Le numéro de commande figure dans le message de confirmation et dans votre compte sur la boutique. L’e-mail ou le téléphone utilisé pour commander convient aussi.",
    noEmail:
      "Dans ce cas, le téléphone utilisé pour commander suffit, ou le numéro de commande : il figure dans la confirmation et sur la facture. Si vous n’avez ni l’un ni l’autre, un conseiller peut retrouver votre commande.",
    byName:
      "Je ne peux pas chercher par nom : d’autres peuvent connaître le vôtre. Il me faut le numéro de commande, ou l’e-mail ou le téléphone utilisé pour commander. Qu’avez-vous sous la main ?",
    asGuest:
      "Pas de souci, il ne faut pas de compte : le numéro de commande, ou l’e-mail ou le téléphone utilisé pour commander, suffit. Qu’avez-vous sous la main ?",
    whyEmail:
      "L’e-mail ou le téléphone me sert uniquement à retrouver vos commandes dans le système de la boutique. Si vous préférez ne pas l’envoyer, un numéro de commande suffit. Je ne demande jamais de mot de passe ni de numéro de carte.",
    signedInNot:
      "Personne n’est connecté ici. L’e-mail ou le téléphone utilisé pour commander suffit, ou un numéro de commande. Qu’avez-vous sous la main ?",
    lookingAt:
      "Je consulte les commandes de {account}. Pour changer, écrivez un autre e-mail ou un autre téléphone.",
  },
};
