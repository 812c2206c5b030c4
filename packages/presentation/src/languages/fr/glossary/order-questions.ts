/** French customers' questions about one order or several. */
export const orderQuestions: Readonly<Record<string, string>> = {
  "[vous auriez|auriez-vous|avez-vous|vous avez|tu as|t'as]": "do you have",
  "[quel est|quelle est]": "what is",
  // Questions about where an order is and when it arrives.
  "[où est-il|où est-elle|c'est où|il est où|elle est où|où se trouve-t-il] [maintenant|en ce moment]":
    "where is it",
  "[c'est parti|c parti|elle est partie|il est parti|est-ce parti] [ma commande|mon colis|ou pas|]":
    "has it shipped",
  "[c'est en route|est-ce en route|il est en route|elle est en route|est-ce que c'est en route]":
    "is it on its way",
  "[c'est sûr que ça|c'est sûr que|ça|est-ce que ça|est-ce que|il|elle|est-ce qu'il|est-ce qu'elle] [arrive|arrivera|va arriver] [bien|vraiment|] demain":
    "will it arrive tomorrow",
  "[c'est sûr que ça|c'est sûr que|ça|est-ce que ça|est-ce que|il|elle|est-ce qu'il|est-ce qu'elle] [arrive|arrivera|va arriver] [bien|vraiment|] aujourd'hui":
    "will it arrive today",
  "[je l'aurai quand|je le reçois quand|je vais l'avoir quand|quand est-ce que je l'aurai|c'est livré quand|ça vient quand]":
    "when will it arrive",
  "[est-ce que c'est|c'est|est-ce|est-ce qu'il est|est-ce qu'elle est] déjà [livré|livrée|arrivé|arrivée]":
    "has it been delivered",
  "[est-ce que c'est|est-ce|a-t-il déjà été|a-t-elle déjà été|est-ce que ça a été] [livré|livrée]":
    "was it delivered",
  "qui [l'a|a] [réceptionné|récupéré|pris|signé|reçu|accepté] [le colis|]": "who signed for it",
  // Which carrier brings the order, and how to track it.
  "[ça vient|ça arrive|c'est livré|il vient|elle vient|c'est envoyé] [avec|par]": "is it with",
  "[tu peux|vous pouvez|pouvez-vous|peux-tu] [m'envoyer|me donner|m'envoyer aussi|me renvoyer|envoyer] [le lien|un lien|le lien de suivi]":
    "can you send me the link",
  "[y a-t-il|il y a|y a|avez-vous] un lien [de suivi|pour le suivre|pour suivre|]":
    "is there a link to follow it",
  "[est-ce possible|c'est possible|ça peut arriver|on peut l'avoir|ça peut venir|il peut arriver] plus [tôt|vite|rapidement]":
    "can it come sooner",
  "[vous pouvez|pouvez-vous|on peut|tu peux|possible de] [accélérer|accélérer la livraison|faire plus vite|activer la livraison]":
    "can you speed it up",
  // Questions about the cost.
  "[ça m'a coûté|ça a coûté|j'en ai eu pour|j'ai payé|c'était|elle m'a coûté] combien":
    "how much did it cost",
  "combien [ça m'a coûté|ça a coûté|j'ai payé|ça coûtait|elle a coûté]": "how much did it cost",
  "[à combien s'élevaient|combien coûtaient|combien étaient|combien pour] les frais [de port|de livraison|d'envoi]":
    "how much was shipping",
  "[j'ai payé combien|combien j'ai payé|combien ai-je payé] [de livraison|de frais de port|pour la livraison|de port]":
    "what did i pay for shipping",
  "[ai-je eu|j'ai eu|est-ce que j'ai eu|j'ai bien eu] [une|la|ma] [réduction|remise|promo]":
    "did i get a discount",
  "mon [code promo|code|bon|coupon] [a bien été|a été|est bien] [pris en compte|appliqué|utilisé|passé]":
    "was my coupon used",
  "[les frais de port|la livraison|les frais de livraison|le port|la tva] [sont-ils|est-elle|est-il|sont|est] [compris|comprise|inclus|incluse]":
    "is shipping included",
  "[livraison comprise|port compris|frais de port inclus|livraison incluse]":
    "with shipping included",
  "avec ou sans [livraison|frais de port|les frais de port|la livraison|tva]":
    "with or without shipping",
  // Questions about the contents.
  "[j'avais commandé|j'ai commandé|j'ai pris|j'avais pris] quoi": "what did i order",
  "[que contient|qu'y a-t-il dans|il y a quoi dans|y a quoi dans] [la commande|ma commande|le colis|mon colis|cette commande]":
    "what is in it",
  "combien d'articles [y a-t-il|il y a|j'ai commandés|j'ai|]": "how many items are in it",
  "combien de [chaussettes|paires|produits|pièces|tasses|choses|chemises|pulls] [j'ai commandé|j'ai commandées|ai-je commandé|j'ai pris|il y a|]":
    "how many socks did i order",
  // Questions about an order's destination, recipient and order date.
  "[vous l'envoyez|vous le livrez|il va|ça va|il est livré|il sera livré|ça part] où":
    "where is it going to",
  "[à|sous] quel nom [est le colis|est la commande|c'est|est-ce|il est|]": "under which name is it",
  "[c'est qui|qui est|quel est] le destinataire": "who is the recipient",
  destinataire: "recipient",
  "[quand ai-je|quand est-ce que j'ai|j'ai|c'est quand que j'ai] passé [la commande|cette commande|ma commande] [quand|]":
    "when did i order it",
  "[elle date|ça date|la commande date|elle est] de quand": "when did i order it",
  "[que veut dire|que signifie|ça veut dire quoi|c'est quoi|qu'est-ce que ça veut dire|que veux dire]":
    "what is meant by",
  "ça veut dire quoi": "what does that mean",
  "[en préparation|en traitement|en cours de traitement]": "processing",
  "[expédié|expédiée]": "shipped",
  // Paying.
  "[je peux|puis-je|est-ce que je peux|est-il possible de|on peut] [encore|toujours] [payer|la payer|régler]":
    "can i still pay for it",
  "[comment je|comment|où je|où] [la paie|le paie|paie|la règle|payer la commande|puis-je payer|je paie|puis-je la payer]":
    "how do i pay for it",
  "[payer|régler]": "pay",
  // Lists.
  "d'octobre": "from october",
  "d'août": "from august",
  "d'avril": "from april",
  "[la commande|ma commande|celle] la plus [récente|nouvelle]": "my newest order",
  "[la commande|ma commande] la plus [ancienne|vieille]": "my oldest order",
  "tout ce que j'ai [commandé|acheté]": "everything i ordered",
  "[qu'est-ce que je n'ai|qu'est-ce que j'ai|qu'est-ce qui n'est|ce que je n'ai|lesquelles je n'ai|ce que j'ai] pas [encore|] [payé|payées]":
    "what have i not paid yet",
  "[qu'est-ce qu'il me reste à|il me reste quoi à|que me reste-t-il à] payer":
    "what have i not paid yet",
  "[laquelle|lesquelles|quelle commande|qu'est-ce qui] [est|sont] déjà [partie|expédiée|envoyée|parties|expédiées|en route]":
    "which one has already shipped",
  // Questions about several orders at once.
  "[sont-elles|elles sont|est-ce qu'elles sont] toutes [payées|réglées]": "are they all paid",
  "[est-ce que j'ai|j'ai|ai-je] [bien|] payé toutes mes commandes": "did i pay for all my orders",
  "[laquelle|lesquelles|quelle commande|qu'est-ce qui] [n'est|n'a|est|ne sont] pas encore [expédiée|partie|envoyée|été expédiée|été envoyée|expédiées]":
    "which one has not been sent yet",
  "[est-ce que|] toutes mes commandes sont [parties|expédiées|envoyées]":
    "have all my orders been shipped",
  "tout [a été expédié|est parti|a été envoyé]": "has everything been sent",
  "[laquelle|lesquelles|quelle commande|quel colis|qu'est-ce qui] [n'est|est|ne sont] [pas encore|toujours pas] [arrivée|livrée|arrivé|là|arrivées]":
    "which one has not arrived yet",
  "[laquelle|lesquelles|qu'est-ce que] je n'ai [pas encore|toujours pas] [reçue|reçu|reçues]":
    "which one has not arrived yet",
  "[est-ce que|] tout est arrivé": "have all my orders arrived",
  "combien [coûtent|font|ont coûté] toutes mes commandes [ensemble|en tout|]":
    "how much did i spend on all my orders",
  "[j'ai dépensé combien|combien j'ai dépensé|combien ai-je dépensé] [en tout|au total]":
    "how much did i spend on all my orders",
  "[quelle|quelle est la] commande [était|est|a été] la moins chère":
    "which order was the cheapest",
  "[la commande la moins chère|la moins chère] [c'est laquelle|c'était laquelle|]":
    "which order was the cheapest",
  "[quelle|quelle est la] commande [était|est|a été] la plus chère":
    "which order was the most expensive",
  "[la commande la plus chère|la plus chère] [c'est laquelle|c'était laquelle|]":
    "the most expensive order",
  "laquelle m'a coûté le [plus] cher": "which order was the most expensive",
  "laquelle m'a coûté le moins cher": "which order was the cheapest",
  "[laquelle|quelle commande|quel colis|qu'est-ce qui] arrive [en premier|d'abord|la première|le premier|en premier lieu]":
    "which one comes first",
  "[quelle est|c'est quoi|c'est laquelle] la prochaine [commande|] [à arriver|qui arrive|]":
    "which order arrives next",
  "[quelle est|c'est quoi|quel est|quelle était] [la dernière commande|le dernier colis|la dernière chose|le dernier] [arrivée|arrivé|que j'ai reçu|que j'ai reçue|qui est arrivée|qui est arrivé|reçue|reçu]":
    "which order arrived last",
  // What the order contains and how it was shipped.
  "[combien coûtent|combien font|c'est combien pour|combien pour] [les articles|les produits|la marchandise] [sans la livraison|sans les frais de port|hors livraison|hors frais de port]":
    "how much for just the items",
  "[c'est combien|combien|combien ça fait|le total] [sans la livraison|sans les frais de port|hors livraison|hors frais de port]":
    "how much for just the items",
  "prix [à l'unité|unitaire|par pièce|de chaque article]": "price per piece",
  "[combien coûte|c'est combien] [un seul article|un seul|une seule|chaque article|la paire|l'unité|pièce]":
    "how much is one of them",
  "[quand a-t-il été|quand a-t-elle été|quand est-ce que ça a été|quand ça a été] [expédié|expédiée|envoyé|envoyée]":
    "when was it shipped",
  "[c'est parti|elle est partie|il est parti] quand": "when was it shipped",
  "[en combien de|combien de] colis [arrive-t-il|arrive-t-elle|ça arrive|il y a|ça fait|est-ce que ça arrive|]":
    "how many packages is it",
  "tout [est|arrive] dans [le même colis|un seul colis]": "does it come in one package",
  "[il est|elle est] bien [arrivé|arrivée|livré|livrée] [le colis|la commande|mon colis|ma commande|]":
    "did it arrive",
  "[il y a combien de temps|il y a combien de jours|ça fait combien de temps|ça fait combien de jours] que j'ai [commandé|passé commande]":
    "how long ago did i order it",
  "pourquoi [ma commande|la commande|elle] [a-t-elle été|a été|est] annulée":
    "why was my order canceled",
  "pourquoi [annulée|avez-vous annulé ma commande|vous avez annulé ma commande]":
    "why was my order canceled",
  "c'était il y a combien de [jours|temps]": "how many days ago was that",
  "la livraison a [pris|mis] combien de temps": "how long did delivery take",
  "combien de temps a [pris|mis] la livraison": "how long did delivery take",
};
