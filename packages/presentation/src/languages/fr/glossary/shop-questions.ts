/** French customers' questions to a shop that are not about their orders. */
export const shopQuestions: Readonly<Record<string, string>> = {
  "[combien de temps|quel délai] [prend|prennent|dure|met|pour] [la livraison|les livraisons|une livraison] [en général|normalement|d'habitude|]":
    "how long does shipping usually take",
  "[délais de livraison|délai de livraison] habituels": "usual shipping time",
  "si je commande [aujourd'hui|maintenant] [je serai livré quand|je serai livrée quand|je le reçois quand|ça arrive quand|quand est-ce que je le reçois]":
    "if i order today when does it come",
  "[combien coûte|combien coûtent|c'est combien|quel est le prix de|à combien est] [la livraison|l'envoi|les frais de port]":
    "what does shipping cost",
  "[à partir de combien|à partir de quel montant|dès combien] [la livraison est|la livraison|les frais de port sont] [gratuite|offerte|offerts|gratuits]":
    "from what amount is shipping free",
  "livraison gratuite": "free shipping",
  "[livrez-vous|vous livrez|expédiez-vous|vous expédiez|envoyez-vous|vous envoyez] [aussi|] [à l'étranger|à l'international|dans le monde entier]":
    "do you ship internationally",
  "[livrez-vous|vous livrez|expédiez-vous|vous expédiez|envoyez-vous|vous envoyez] [aussi|] [en|au|aux]":
    "do you ship to",
  belgique: "belgium",
  suisse: "switzerland",
  allemagne: "germany",
  espagne: "spain",
  "[y a-t-il|il y a|je dois payer] des [frais de douane|droits de douane]":
    "do i have to pay customs",
  "[avec quels|avec quel|quels|par quel] [transporteurs|transporteur] [travaillez-vous|livrez-vous|vous livrez|expédiez-vous|vous travaillez|utilisez-vous]":
    "which carriers do you ship with",
  "[vous livrez|vous envoyez|vous expédiez|livrez-vous|expédiez-vous] [aussi|] [avec|par|via]":
    "do you also ship with",
  "[vous livrez|vous envoyez|vous expédiez|livrez-vous|expédiez-vous] [aussi|] [avec|par|via] [mondial relay|chronopost|colissimo|la poste|colis privé|relais colis]":
    "do you also ship with dhl",
  "[puis-je|je peux|peut-on|on peut|possible de] [le|la|les|venir le|venir la|] [retirer|récupérer|chercher|prendre] [en magasin|en boutique|sur place|au magasin]":
    "can i pick it up in your store",
  "[retrait en magasin|retrait en boutique|click and collect]": "store pickup",
  "[quels|quels sont les|quels sont vos] [moyens de paiement|modes de paiement] [acceptez-vous|vous acceptez|avez-vous|]":
    "which payment methods do you accept",
  "[on peut|je peux|puis-je|peut-on|est-ce qu'on peut] payer [avec|par|en] [paypal|carte|carte bancaire|virement|chèque|plusieurs fois|apple pay|trois fois|espèces|klarna]":
    "can i pay with paypal",
  "[acceptez-vous|vous acceptez|vous prenez]": "do you accept",
  "[avez-vous|vous avez|il y a|y a|y a-t-il|auriez-vous] [un|des|une] [code promo|promos|promo|réductions|réduction|code de réduction|soldes|codes promo] [en ce moment|]":
    "do you have a discount code",
  "c'est [moins cher|devenu moins cher|en promo] [maintenant|aujourd'hui|]": "it is cheaper now",
  "[vous remboursez|remboursez-vous|on me rembourse|vous me remboursez] la différence":
    "do i get the difference back",
  "le prix [a baissé|vient de baisser|a diminué] [depuis mon achat|depuis|après mon achat|]":
    "the price dropped after i bought it",
  "en stock": "in stock",
  "[disponible|disponibles]": "in stock",
  "[c'est quand que|quand est-ce que|quand] vous en [aurez|avez|recevez] [de nouveau|à nouveau|]":
    "when is it back in stock",
  "[de retour en stock|réapprovisionné|réassort]": "back in stock",
  "[en rupture de stock|en rupture|épuisé]": "out of stock",
  "quelle taille [me faut-il|il me faut|prendre|je dois prendre|choisir|dois-je prendre]":
    "which size do i need",
  "[les chaussures|elles|la robe|le pantalon|la veste|ça|ils|les baskets] [taillent|taille|chaussent] [petit|grand|normalement|normal]":
    "do the shoes run small",
  "guide des tailles": "size chart",
  "[en quelle matière|de quelle matière|c'est quelle matière|en quoi] [est|sont|c'est|]":
    "what material is it made of",
  "[ça passe|il passe|elle passe|ça va|on peut le mettre] [au|en] [lave-vaisselle|machine]":
    "is it dishwasher safe",
  "[est-ce étanche|c'est étanche|est-ce imperméable]": "is it waterproof",
  "[combien de temps dure|quelle est la durée de|combien dure] [la|] garantie":
    "how long is the warranty",
  "[c'est|il est|elle est|est-ce] [encore|toujours|] sous garantie": "is it still under warranty",
  garantie: "warranty",
  "[pouvez-vous|vous pouvez|on peut|est-ce qu'on peut] [le|la|] [réparer|faire réparer]":
    "can you repair it",
  "[vous vendez|vendez-vous|avez-vous|où trouver] des [pièces détachées|pièces de rechange]":
    "where do i get spare parts",
  "[pièces détachées|pièces de rechange]": "spare parts",
  "[quels sont vos|quels sont les|c'est quoi vos|vos] [horaires|horaires d'ouverture|heures d'ouverture]":
    "what are your opening hours",
  "[vous êtes|êtes-vous] [ouverts|ouvert] [le samedi|le dimanche|aujourd'hui|demain|les jours fériés|le lundi]":
    "are you open on saturdays",
  "[j'ai oublié|j'ai perdu] mon mot de passe": "i forgot my password",
  "mot de passe": "password",
  "[j'arrive pas|je n'arrive pas|impossible de|je ne peux pas|j'arrive plus] [à|] [me connecter|accéder à mon compte|me connecter à mon compte]":
    "i can not log in to my account",
};
