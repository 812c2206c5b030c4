/** French customers' problems, their requests that go beyond a fact, and their small talk with the bot. */
export const troubles: Readonly<Record<string, string>> = {
  "[ça devrait|il devrait|elle devrait|j'aurais dû|ça aurait dû] déjà [être là|être arrivé|être arrivée|l'avoir reçu|arriver|être livré]":
    "it should be here by now",
  "c'est [beaucoup|vraiment|bien|] trop long": "this takes far too long",
  "ça [met|prend] [beaucoup|vraiment|] trop de temps": "this takes far too long",
  "[n'a pas bougé|n'a plus bougé|ne bouge plus|pas bougé|aucune nouvelle] depuis [plusieurs|quelques|des|] [jours|lundi|mardi|mercredi|jeudi|vendredi|une semaine]":
    "has not moved for days",
  "[aucun mouvement|pas de mouvement]": "the tracking has not moved for days",
  "aucun mouvement depuis [lundi|mardi|mercredi|jeudi|vendredi|samedi|une semaine|plusieurs jours|des jours]":
    "the tracking has not moved for days",
  "du coup": "so",
  "y a rien [dans ma boîte|dans ma boîte aux lettres|devant ma porte|]": "but nothing came",
  "[soi-disant livré|indiqué livré|livré], [y a rien|mais y a rien|mais rien|il n'y a rien] [dans ma boîte|dans ma boîte aux lettres|]":
    "it says delivered but nothing came",
  "est [fêlée|fêlé|fissurée|fissuré|rayée|rayé|déchirée|déchiré|ébréchée|ébréché|tordu|tordue|cassé|cassée]":
    "is cracked",
  "[j'ai reçu que|je n'ai reçu que|j'ai que|il n'y a que|j'ai seulement reçu] la moitié":
    "an item is missing",
  "[c'est pas|ce n'est pas|ce n'était pas|c'était pas] [la bonne|le bon|ma] [couleur|taille|article|modèle|produit]":
    "you sent the wrong color",
  "[j'ai reçu|vous m'avez envoyé|on m'a envoyé] [le mauvais|la mauvaise|un autre|une autre] [article|couleur|taille|produit|modèle]":
    "you sent the wrong item",
  "[comment faire|comment ça marche pour|comment on fait|comment se passe|comment fonctionne] [un retour|le retour|les retours]":
    "how do returns work",
  "[le renvoyer|la renvoyer|le retourner|la retourner|les renvoyer]": "to return it",
  "[quand serai-je|je serai|quand est-ce que je serai|je suis|quand vais-je être] remboursé [quand|]":
    "when do i get my money back",
  "[il est où|où est|où en est] [mon|le] remboursement": "where is my refund",
  "[puis-je|je peux|je voudrais|on peut|j'aimerais] [l'échanger|échanger|le changer|faire un échange]":
    "can i exchange it",
  "[je voudrais|je veux|j'aimerais] une autre [taille|couleur] [à la place|]":
    "i want to exchange it for another size",
  "[on peut|je peux|puis-je|est-ce possible|c'est possible] [encore|] [annuler|d'annuler] [la commande|ma commande|l'achat]":
    "can i still cancel the order",
  "[je peux|puis-je|on peut|je voudrais|est-ce que je peux] [encore|] [ajouter|rajouter] [un article|quelque chose|un produit|un truc] [à ma commande|à la commande|]":
    "can i add something to my order",
  "[changer|modifier|corriger] [l'adresse|mon adresse] [de livraison|]": "change the address",
  "quel [mauvais service|service pourri|service lamentable|service nul]": "this is bad service",
  "[c'est|c'est vraiment] [inadmissible|scandaleux|ridicule|une honte|honteux|du grand n'importe quoi|n'importe quoi|lamentable|abusé]":
    "this is ridiculous",
  "[vous vous moquez|vous vous foutez|tu te moques] de [moi|nous]": "this is ridiculous",
  "[je vais|j'ai] [prendre|contacter|appeler] [un|mon] avocat": "i will call my lawyer",
  "[je vais|je] [porter plainte|porte plainte|déposer plainte]": "i will take legal action",
  // The bot itself.
  "[t'es|vous êtes|tu es|êtes-vous|es-tu] [un vrai|une vraie|un] [humain|personne|être humain]":
    "are you a real person",
  "[vous êtes|tu es|t'es] [une ia|une machine|un programme]": "are you a robot",
  "[parlez-vous|tu parles|vous parlez|parles-tu|on peut parler|on peut faire ça en] [en|] [espagnol|allemand|italien|portugais|arabe|chinois|anglais|néerlandais|français]":
    "do you speak english",
  "[quelles données|quelles informations] [gardez-vous|avez-vous|stockez-vous|conservez-vous] sur moi":
    "what do you store about me",
  "[tu me dis|vous me dites|dites-moi|dis-moi|me dire|signalez-moi] quand [c'est expédié|ça arrive|c'est arrivé|c'est envoyé|il arrive|elle arrive|c'est livré]":
    "tell me when it arrives",
  "[attends|attendez|patiente|patientez] [deux|une|quelques|2] [secondes|minutes|seconde|minute]":
    "wait a moment",
  "[faute de frappe|erreur de frappe|j'ai mal tapé|je me suis gouré|je me suis gourée]":
    "my mistake typo",
  "[oups|mince], faute de frappe": "oops typo",
  "[tant pis|oublie|oubliez|peu importe|c'est pas la peine]": "never mind",
  // The number, the email, the account.
  "[j'ai perdu|j'ai oublié|je ne trouve plus|je retrouve plus|je ne retrouve plus|je trouve pas|je ne connais pas] [mon|le] numéro [de commande|]":
    "i lost the order number",
  "[où trouver|où est|où je trouve|où trouve-t-on|où se trouve|je le trouve où] [le|mon] numéro [de commande|]":
    "where do i find the order number",
  "[c'est quoi|qu'est-ce que c'est|c'est quoi le|qu'est-ce qu'un] [le|un|] numéro de commande":
    "what is an order number",
  "[je n'ai|j'ai] pas [d'adresse e-mail|d'adresse mail|de mail|d'e-mail|d'email|d'adresse email]":
    "i do not have an email",
  "[pouvez-vous|vous pouvez|tu peux|peux-tu|on peut] [chercher|le retrouver|retrouver|la retrouver|trouver|rechercher] [avec|par|à partir de] [mon nom|mon numéro de téléphone|mon téléphone|mon prénom]":
    "can you find it by my name",
  "[avec|par] mon [numéro de téléphone|nom|téléphone|numéro de portable] [ça marche|c'est possible|c'est bon|ça va]":
    "can you look it up by phone number",
  "[j'ai commandé|j'ai acheté] [en tant qu'invité|en tant qu'invitée|en invité|sans compte|sans créer de compte]":
    "i bought it as a guest",
  "[j'ai|je n'ai] pas de compte": "i do not have an account",
  "[avec quel compte|sur quel compte] [suis-je|je suis] [connecté|connectée]":
    "which account am i signed in as",
  "je suis [connecté|connectée] [sur|avec] quel compte": "which account am i signed in as",
  "[suis-je|je suis|est-ce que je suis] [bien|] [connecté|connectée]": "am i signed in",
  "[la commande|une commande|le colis] de [ma mère|mon père|mon mari|ma femme|ma fille|mon fils|ma sœur|ma soeur|mon frère|ma grand-mère|mon copain|ma copine|mon ami|mon amie]":
    "my mother's order",
  "je [demande|regarde|écris|me renseigne] pour [mon mari|ma femme|ma mère|mon père|ma fille|mon fils|ma sœur|ma soeur|mon frère|ma grand-mère|une amie|un ami]":
    "i am asking for my husband",
  "[les commandes|des commandes] [d'autres clients|des autres|d'autres personnes|d'autres gens|des autres clients]":
    "other people's orders",
  "[qu'est-ce que|ce que] [ma voisine|mon voisin|mes voisins] [a commandé|ont commandé|a acheté]":
    "what did my neighbor order",
  "[mon voisin|ma voisine|le voisin|un voisin] peut [le prendre|le réceptionner|réceptionner le colis|le récupérer|signer]":
    "can my neighbor accept it",
  "pourquoi [avez-vous besoin de|vous voulez|voulez-vous|vous avez besoin de|il vous faut|tu veux|demandez-vous|vous demandez] [mon|] [e-mail|email|mail|adresse mail|adresse e-mail|adresse email]":
    "why do you need my email",
  "pourquoi [avez-vous besoin de|vous voulez|voulez-vous|vous avez besoin de|demandez-vous|vous demandez] mon [adresse mail|adresse e-mail|adresse]":
    "why do you need my email",
  "vous m'avez [fait payer trop cher|facturé trop|prélevé trop|trop fait payer|débité trop]":
    "you charged me too much",
  "[j'ai payé|payé|débité|prélevé] deux fois": "i was charged twice",
  // Requests that only the carrier can fulfill, and gifts.
  "[vous pouvez|pouvez-vous|il peut|tu peux|merci de] [le laisser|laisser le colis|le poser|le déposer|la laisser] [devant la porte|devant chez moi|dans le jardin|chez le voisin|chez la voisine|à la porte]":
    "can you leave it at the door",
  "[j'ai|je n'ai] pas [reçu|eu] le code [pour le point relais|de retrait|pour récupérer|pour le retrait|]":
    "i did not get the pickup code",
  "code [pour le point relais|de récupération|pour le retrait|du point relais]": "pickup code",
  "[faites-vous|vous faites|est-ce que vous faites] [des|les] [paquets cadeaux|paquet cadeau|emballages cadeaux|paquets cadeau]":
    "do you do gift wrapping",
  "[paquet cadeau|emballage cadeau|papier cadeau]": "gift wrapping",
  "c'est [un|pour un] cadeau": "it is a gift",
  "on peut [mettre|ajouter|joindre] [un petit mot|une carte|un mot]": "can you add a greeting card",
  // Reactions to the bot's last reply.
  "[sûr et certain|sûre et certaine|vous êtes certain|vous en êtes sûr|t'es sûre|c'est sûr]":
    "are you sure",
  "[je dois faire quoi|je dois faire quoi alors|qu'est-ce que je dois faire|je fais quoi moi|qu'est-ce que je fais maintenant]":
    "what should i do",
  "[c'est pas|ce n'est pas|c'était pas] ce que [j'ai demandé|je demandais|je demande|je voulais|j'ai dit]":
    "that is not what i asked",
  "[vous n'avez pas compris|tu n'as pas compris|t'as pas compris|vous ne comprenez pas]":
    "that is not what i meant",
};
