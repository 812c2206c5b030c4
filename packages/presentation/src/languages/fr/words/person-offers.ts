import type { PersonOffers } from "../../contract/language.ts";

/** The parts of phrases that offer an agent, and their replacements once an agent has been called. */
export const personOffers: PersonOffers = [
  [", ou parlez à un conseiller.", "."],
  [" ou parlez à un conseiller.", "."],
  [", ou parler à un conseiller.", "."],
  [
    " Pour les modifications, les remboursements et les autres questions, il y a un conseiller.",
    " Le conseiller que j’ai appelé s’occupe du reste.",
  ],
  [
    " Pour le reste, un conseiller peut vous aider.",
    " Le conseiller que j’ai appelé s’occupe du reste.",
  ],
  [" Pour le reste, il y a un conseiller.", " Le conseiller que j’ai appelé s’occupe du reste."],
  [", ou un conseiller peut vous aider.", "."],
  [", ou demandez à un conseiller.", "."],
  [" Si vous préférez un conseiller, dites-le-moi.", " Un conseiller a déjà été appelé."],
  [" : demandez-le à un conseiller.", " : le conseiller que j’ai appelé peut s’en occuper."],
  [" Pour d’autres mots, il y a un conseiller.", ""],
  [" Pour un cas particulier, demandez à un conseiller.", ""],
  [" Un conseiller doit en être informé.", " Un conseiller a déjà été appelé."],
  [" Un conseiller pourra faire plus que moi.", " Un conseiller a déjà été appelé."],
  [
    " Un conseiller pourra vous en dire plus.",
    " Le conseiller que j’ai appelé pourra vous en dire plus.",
  ],
  ["Vous pouvez joindre un conseiller ici :", "Vous pouvez aussi nous joindre ici :"],
  ["Voulez-vous qu’un conseiller vous aide ? ", ""],
];
