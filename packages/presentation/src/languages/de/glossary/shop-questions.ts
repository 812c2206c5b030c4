/** German customers' questions to a shop that are not about their orders. */
export const shopQuestions: Readonly<Record<string, string>> = {
  "wie lange [dauert|braucht] [der versand|die lieferung|eine lieferung|ein paket|eine bestellung] [normalerweise|in der regel|meistens|bei euch|bei ihnen]":
    "how long does shipping usually take",
  "wie lange [dauert|braucht] der versand": "how long does shipping usually take",
  "wie [schnell|lange] [liefert ihr|liefern sie|verschickt ihr|versenden sie]":
    "how fast do you usually ship",
  "wenn ich [heute|jetzt] [bestelle|kaufe]": "if i order today",
  "[lieferzeit|lieferzeiten|versanddauer]": "usual shipping time",
  "was kostet [der versand|die lieferung|das porto|die zustellung]": "what does shipping cost",
  "wie hoch sind die versandkosten": "what does shipping cost",
  "ab [wann|welchem betrag|wie viel euro|wieviel euro|wie viel|welchem bestellwert] ist [der versand|die lieferung] [kostenlos|gratis|frei|umsonst]":
    "from what amount is shipping free",
  "[kostenloser versand|versandkostenfrei]": "free shipping",
  "[liefern sie|liefert ihr|verschickt ihr|verschicken sie|versendet ihr|versenden sie] [auch|] [ins ausland|nach übersee|international|weltweit]":
    "do you ship internationally",
  "[liefern sie|liefert ihr|verschickt ihr|verschicken sie|versendet ihr|versenden sie|schickt ihr] [auch|] [nach|in die]":
    "do you ship to",
  österreich: "austria",
  schweiz: "switzerland",
  frankreich: "france",
  italien: "italy",
  "[muss ich zoll|fallen zollgebühren|fällt zoll] [zahlen|bezahlen|an]": "do i have to pay customs",
  "mit [welchem paketdienst|welchem versanddienst|wem|welchem dienst|welcher firma] [verschicken sie|versenden sie|verschickt ihr|versendet ihr|liefert ihr|liefern sie]":
    "which carriers do you ship with",
  "[versendet ihr|verschickt ihr|versenden sie|verschicken sie|liefert ihr|liefern sie] [auch|] [mit|per|über]":
    "do you also ship with",
  "[kann ich|kann man|könnte ich] [die ware|es|das|die bestellung|meine bestellung|] [selbst|selber|auch|auch selbst|im laden|im geschäft|vor ort|] abholen":
    "can i pick it up in your store",
  "[ist abholung|ist eine abholung|ist selbstabholung] [im laden|im geschäft|vor ort|] möglich":
    "is store pickup possible",
  selbstabholung: "store pickup",
  "welche [zahlungsarten|zahlungsmethoden|zahlungsmöglichkeiten|bezahlmöglichkeiten] [gibt es|habt ihr|haben sie|bietet ihr an|bieten sie an|akzeptiert ihr]":
    "which payment methods do you accept",
  "[kann man|kann ich] [bei euch|bei ihnen|hier|auch|] [mit|per|auf] [paypal|kreditkarte|klarna|visa|apple pay|überweisung|lastschrift|raten|rechnung] [zahlen|bezahlen|kaufen]":
    "can i pay with paypal",
  "[nehmt ihr|nehmen sie|akzeptiert ihr|akzeptieren sie]": "do you accept",
  "[haben sie|habt ihr|gibt es|gibts|hast du] [einen|ein|grad|aktuell|grad einen|momentan|] [gutscheincode|rabattcode|rabatt|gutschein|angebote|aktionen]":
    "do you have a discount code",
  "[gutscheincode|rabattcode]": "discount code",
  "[jetzt ist es|es ist jetzt|das ist jetzt|der preis ist jetzt] [billiger|günstiger]":
    "it is cheaper now",
  "[bekomme ich|kriege ich|bekomm ich|krieg ich|erstattet ihr|erstatten sie] [die differenz|den unterschied|was] [erstattet|zurück]":
    "do i get the difference back",
  "der preis ist [gestern|heute|inzwischen|danach|nach dem kauf|jetzt|] gefallen":
    "the price dropped after i bought it",
  "auf lager": "in stock",
  "[lieferbar|vorrätig|verfügbar]": "in stock",
  "[wann habt ihr|wann haben sie|wann gibt es|wann kommt] [die|das|den|sie|es] wieder [rein|da|auf lager|]":
    "when is it back in stock",
  ausverkauft: "out of stock",
  "welche [größe|grösse] [brauche ich|passt mir|soll ich nehmen|nehme ich|muss ich nehmen]":
    "which size do i need",
  "[fällt|fallen] [die schuhe|die|das|der schuh|die hose|das kleid|die jacke|es|sie] [eher|] [klein|groß|größer|kleiner|normal] aus":
    "do the shoes run small",
  größentabelle: "size chart",
  "[aus welchem material|aus was|woraus] [ist|sind|besteht]": "what material is it made of",
  "ist [der topf|das|es|die tasse|die pfanne|der becher|der artikel|das produkt] [spülmaschinenfest|waschbar|wasserdicht|wasserfest]":
    "is the pot dishwasher safe",
  spülmaschinenfest: "dishwasher safe",
  wasserdicht: "waterproof",
  "wie lange [habe ich|hab ich|hat man|gilt die|ist die] garantie": "how long is the warranty",
  "[ist da|ist darauf|habe ich|hab ich|ist das|gibt es] [noch|] garantie [drauf|]":
    "is it still under warranty",
  "[garantie|gewährleistung]": "warranty",
  "[können sie|könnt ihr|kannst du|kann man] [das|es|die|den] reparieren": "can you repair it",
  "[repariert ihr|reparieren sie]": "do you repair",
  "[reparieren|reparatur]": "repair",
  "wo [bekomme ich|kriege ich|gibt es] [ersatzteile|ein ersatzteil]": "where do i get spare parts",
  "[ersatzteil|ersatzteile]": "spare parts",
  "wann [haben sie|habt ihr|hat der laden|hat das geschäft] [geöffnet|offen|auf]":
    "what are your opening hours",
  "[öffnungszeiten|geschäftszeiten]": "opening hours",
  "[habt ihr|haben sie] [samstags|sonntags|am samstag|am sonntag|heute|morgen|feiertags] [offen|geöffnet|auf]":
    "are you open on saturdays",
  "[ich habe|ich hab|hab|habe] [mein|das] passwort vergessen": "i forgot my password",
  "passwort vergessen": "forgot my password",
  "[ich komm|ich komme|komme|komm] nicht [in mein konto|in meinen account|ins konto] [rein|]":
    "i can not log in to my account",
  "[kann mich|ich kann mich] nicht [einloggen|anmelden]": "i can not log in",
};
