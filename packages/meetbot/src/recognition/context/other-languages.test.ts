import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";

/** The fact or concern that is read off what is said in a language without a lexicon of its own. */
const sayings = {
  es: [
    ["¿cuánto fue?", "total"],
    ["¿qué compré?", "items"],
    ["¿a qué dirección va?", "address"],
    ["¿ya pagué?", "payment"],
    ["¿cuándo lo pedí?", "placed"],
    ["¿está en camino?", "status"],
    ["¿llegará mañana?", "expected"],
    ["¿cuándo llegó?", "delivered"],
    ["¿qué empresa lo trae?", "carrier"],
    ["número de seguimiento", "tracking_number"],
    ["mi pedido llega tarde", "late"],
    ["llegó roto", "damaged"],
    ["falta un artículo", "missing_item"],
    ["no es lo que pedí", "wrong_item"],
    ["quiero un reembolso", "refund"],
    ["quiero cambiar la dirección", "change"],
    ["¿eres un robot?", "robot"],
  ],
  fr: [
    ["combien ai-je payé ?", "total"],
    ["qu’est-ce que j’ai commandé ?", "items"],
    ["à quelle adresse est-ce livré ?", "address"],
    ["ai-je déjà payé ?", "payment"],
    ["quand ai-je commandé ?", "placed"],
    ["est-ce que c’est en route ?", "status"],
    ["ça arrive demain ?", "expected"],
    ["quand a-t-il été livré ?", "delivered"],
    ["quel transporteur ?", "carrier"],
    ["numéro de suivi ?", "tracking_number"],
    ["ma commande est en retard", "late"],
    ["le suivi ne bouge plus depuis 3 jours", "stuck"],
    ["c’est marqué livré mais je n’ai rien reçu", "not_here"],
    ["le colis est arrivé abîmé", "damaged"],
    ["il manque un article", "missing_item"],
    ["ce n’est pas ce que j’ai commandé", "wrong_item"],
    ["je veux être remboursée", "refund"],
    ["annulez ma commande svp", "cancel_order"],
    ["je voudrais retourner un article", "return"],
    ["je veux changer l’adresse de livraison", "change"],
    ["vous êtes un robot ?", "robot"],
  ],
  de: [
    ["Wie viel war das?", "total"],
    ["Was habe ich bestellt?", "items"],
    ["An welche Adresse geht es?", "address"],
    ["Habe ich schon bezahlt?", "payment"],
    ["Wann habe ich bestellt?", "placed"],
    ["Ist es unterwegs?", "status"],
    ["Kommt es morgen?", "expected"],
    ["Wann wurde es zugestellt?", "delivered"],
    ["Welcher Paketdienst?", "carrier"],
    ["Sendungsnummer?", "tracking_number"],
    ["mein Paket ist zu spät", "late"],
    ["es ist kaputt", "damaged"],
    ["ein Artikel fehlt", "missing_item"],
    ["das habe ich nicht bestellt", "wrong_item"],
    ["ich will mein Geld zurück", "refund"],
    ["ich möchte die Adresse ändern", "change"],
    ["bist du ein Roboter?", "robot"],
  ],
  "zh-Hant": [
    ["總共多少錢", "total"],
    ["買了什麼", "items"],
    ["寄到哪個地址", "address"],
    ["付款了嗎", "payment"],
    ["什麼時候下的單", "placed"],
    ["發貨了嗎", "status"],
    ["幾號到", "expected"],
    ["簽收了嗎", "delivered"],
    ["哪家快遞", "carrier"],
    ["快遞單號多少", "tracking_number"],
    ["怎麼還沒到", "late"],
    ["東西壞了", "damaged"],
    ["少發了一件", "missing_item"],
    ["發錯貨了", "wrong_item"],
    ["我要退款", "refund"],
    ["我要改地址", "change"],
    ["你是機器人嗎", "robot"],
  ],
} as const;

for (const locale of ["es", "de", "fr", "zh-Hant"] as const) {
  test(`what is asked and what troubles is read in other languages too: ${locale}`, () => {
    for (const [utterance, expected] of sayings[locale]) {
      const { about, concern } = recognize(utterance, { fallbackLocale: locale });
      assert.deepEqual([...about, ...(concern ? [concern] : [])], [expected], utterance);
    }
  });
}
