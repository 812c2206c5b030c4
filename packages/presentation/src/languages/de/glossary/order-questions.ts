/** German customers' questions about one order or several. */
export const orderQuestions: Readonly<Record<string, string>> = {
  heute: "today",
  morgen: "tomorrow",
  übermorgen: "the day after tomorrow",
  "[haben sie|habt ihr|hast du] [ne|eine|einen|die|den]": "do you have a",
  "[haben sie|habt ihr|hast du]": "do you have",
  "[wie lautet|wie ist|wie war]": "what is",
  "[zeig|zeigt] [mir|uns]": "show me",
  "zeigen sie [mir|uns]": "show me",
  "für mich": "for me",
  wieviele: "how many",
  "[wieviel|wie viel]": "how much",
  // Questions about where an order is and when it arrives.
  "wo ist [es|das|mein paket|meine bestellung|die bestellung|das paket] [jetzt|aktuell]":
    "where is it",
  "[wo steckt|wo hängt|wo befindet sich] [es|das|mein paket|meine bestellung|die bestellung|das paket]":
    "where is it",
  "[ist das|ist die bestellung|ist meine bestellung|ist mein paket|sind sie] [schon|] unterwegs":
    "is it on its way",
  "[ist es|ist das|ist sie|ist die bestellung|ist meine bestellung|ist mein paket|ist die] [schon|] [raus|weg|verschickt|versendet|versandt|losgeschickt]":
    "has it shipped",
  "[wurde es|wurde das|wurde sie|wurde die bestellung|wurde meine bestellung|habt ihr es|habt ihr das|haben sie es|haben sie die bestellung|habt ihr meine bestellung] [schon|] [verschickt|versendet|versandt|abgeschickt|losgeschickt]":
    "has it been sent",
  "wann [wird es|wird das|wird sie|wird meine bestellung|geht es|geht das|geht sie] [verschickt|versendet|versandt|raus]":
    "when will it be shipped",
  "[kommt es|kommt das|kommt sie|kommt die|kommt die bestellung|kommt meine bestellung|kommt mein paket|kommt die lieferung] [sicher|wirklich|ganz sicher|noch|auch|] [heute|heute noch|heute an]":
    "will it arrive today",
  "[kommt es|kommt das|kommt sie|kommt die|kommt die bestellung|kommt meine bestellung|kommt mein paket|kommt die lieferung] [sicher|wirklich|ganz sicher|auch|] [morgen|morgen an]":
    "will it arrive tomorrow",
  "[kommt es|kommt das|kommt sie|kommt die bestellung|kommt meine bestellung|kommt mein paket] [noch|] [diese woche|rechtzeitig|pünktlich]":
    "will it arrive in time",
  "wann [ist es|ist das|ist sie|ist die bestellung|ist mein paket|ist meine bestellung] [da|hier|bei mir]":
    "when will it arrive",
  "wann [kriege ich|krieg ich|bekomm ich|erhalte ich|habe ich] [es|das|sie|die bestellung|meine bestellung|mein paket|meine ware]":
    "when will i receive it",
  "[bis wann|wann genau|wann ungefähr] [kommt es|kommt das|kommt sie|kommt die bestellung|kommt mein paket]":
    "when will it arrive",
  "[wurde es|wurde das|wurde sie|wurde das paket|wurde mein paket|wurde die bestellung|wurde meine bestellung] [schon|bereits|] [zugestellt|geliefert|ausgeliefert|abgegeben]":
    "was it delivered",
  "[ist es|ist das|ist sie|ist das paket|ist mein paket|ist die bestellung|ist meine bestellung] [schon|bereits] [da|angekommen|zugestellt|geliefert]":
    "did it arrive",
  "wer hat [es|das|sie|das paket|mein paket|die sendung] [angenommen|entgegengenommen|abgenommen|unterschrieben|bekommen]":
    "who signed for it",
  "wann [ist es|ist das|ist sie|ist das paket] angekommen": "when did it arrive",
  "wann kam [es|das paket|die bestellung] an": "when did it arrive",
  // Which carrier brings the order, and how to track it.
  "mit [wem|welchem dienst|welchem paketdienst|welchem unternehmen] [kommt es|kommt das|kommt sie|wird es geliefert|wird das geliefert|wird geliefert]":
    "who delivers it",
  "[kommt es|kommt das|kommt sie] [mit|per|über]": "is it with",
  "[wer bringt|wer liefert] [das|es|die|sie|mir das|das paket|die bestellung]": "who delivers it",
  "zur [sendungsverfolgung|verfolgung]": "to follow it",
  "[geht es|geht das|ginge es|ginge das] auch [schneller|früher|eher]": "can it be faster",
  "[kann es|kann das|kann sie|kann die bestellung|kann mein paket] [auch|nicht|] [früher|schneller|eher] [kommen|da sein|geliefert werden]":
    "can it come sooner",
  "[könnt ihr|können sie|kannst du] [das|es|die lieferung] [beschleunigen|schneller machen]":
    "can you speed it up",
  // Questions about the cost.
  "[was|wie viel|wieviel] hat [das|es|die bestellung|der spaß|sie] [insgesamt|] gekostet":
    "how much did it cost",
  "[wie viel|wieviel|was] [hab|habe] ich [dafür|insgesamt|] [bezahlt|gezahlt]":
    "how much did i pay",
  "[was|wie viel|wieviel] [hab|habe] ich für den versand [bezahlt|gezahlt]":
    "what did i pay for shipping",
  "[wie viel|wieviel|wie teuer] war der versand": "how much was shipping",
  "was hat der versand gekostet": "how much was shipping",
  "[wurde|ist] mein [gutschein|gutscheincode|rabattcode|code] [eingelöst|abgezogen|berücksichtigt|angerechnet]":
    "was my coupon used",
  "ist [der versand|die lieferung|das porto] [im preis|im preis schon|schon|] [enthalten|inklusive|inbegriffen|dabei|drin]":
    "is shipping included",
  "mit oder ohne [versand|versandkosten|porto]": "with or without shipping",
  "[inklusive|inkl] [versand|versandkosten|porto]": "including shipping",
  "[inklusive|inkl] [mehrwertsteuer|mwst|steuer]": "including tax",
  "ist die [mehrwertsteuer|mwst|steuer] [schon|] [enthalten|drin|dabei]": "is tax included",
  // Questions about the contents.
  "was ist [in der bestellung|in meiner bestellung|in dem paket|in meinem paket|in der sendung|im paket|da alles drin|alles drin]":
    "what is in it",
  "was [hatte|hab|habe] ich [da|alles|] [bestellt|gekauft]": "what did i order",
  "[wie viele|wieviele] [teile|sachen|stück|produkte|artikel] [sind das|sind es|sind drin|habe ich bestellt|hab ich bestellt]":
    "how many items are in it",
  // Questions about an order's destination, recipient and order date.
  "wohin [wird das|wird es|wird sie|wird die bestellung|wird mein paket] [geliefert|geschickt|gesendet|verschickt]":
    "where will it be delivered",
  "wohin [geht die bestellung|geht das paket|geht die lieferung|geht sie|kommt das|schickt ihr das|schicken sie das]":
    "where is it going to",
  "[auf|unter] [welchen|welchem] namen": "under which name",
  "[wer ist|wer steht als|wer ist als] [der empfänger|empfänger|die empfängerin] [drauf|eingetragen|]":
    "who is the recipient",
  empfänger: "recipient",
  "an wen [geht|ist|ging] [es|das|sie|das paket|die bestellung] [adressiert|]":
    "who is it addressed to",
  "[von wann|vom wann] ist [die bestellung|diese bestellung|die|das|sie]": "when did i order it",
  "wann war [die bestellung|das|meine bestellung]": "when did i order it",
  "wann [hab|habe|hatte] ich [das|es|die|sie] [bestellt|gekauft]": "when did i order it",
  "[was bedeutet|was heißt|was heisst]": "what is meant by",
  "was [bedeutet|heißt|heisst] das": "what does that mean",
  "in bearbeitung": "processing",
  "in zustellung": "out for delivery",
  versandbereit: "awaiting shipment",
  // Paying.
  "wie [bezahl|bezahle|zahl|zahle] ich [die|das|sie|es|die bestellung|diese bestellung|]":
    "how do i pay for it",
  "[wie|wo] kann ich [die|das|sie|es|die bestellung|] [bezahlen|zahlen]": "how can i pay for it",
  "kann ich [die|das|sie|es|die bestellung|] [noch|jetzt noch|auch noch] [bezahlen|zahlen]":
    "can i still pay for it",
  "ist [die bestellung|meine bestellung|die|das alles] [schon|] bezahlt": "is it paid",
  // Lists.
  "[die neueste|die neuste|die jüngste|neueste|neuste|jüngste] bestellung": "my newest order",
  "[die älteste|älteste|die allererste] bestellung": "my oldest order",
  "was [habe|hab] ich zuletzt [bestellt|gekauft]": "my last order",
  "alles was ich [bestellt habe|bestellt hab|gekauft habe|je bestellt habe]":
    "everything i ordered",
  "[sämtliche|alle] [bestellungen|meine bestellungen|käufe|meine käufe]": "all my orders",
  "was [hab|habe|muss] ich noch [nicht bezahlt|bezahlen|zahlen]": "what have i not paid yet",
  "[welche sind|welche ist|was ist] noch [nicht bezahlt|unbezahlt|zu bezahlen]": "my unpaid orders",
  "[welche|welche bestellung|welche davon|was] [ist|sind|wurde|wurden] [schon|bereits] [raus|unterwegs|verschickt|versendet|versandt|weg]":
    "which one has already shipped",
  // Questions about several orders at once.
  "[sind alle|ist alles|sind die alle|sind alle bestellungen|sind alle meine bestellungen] [schon|] bezahlt":
    "are they all paid",
  "ist bei allen [bestellungen|] alles bezahlt": "are they all paid",
  "[habe|hab] ich [alle|alles|alle bestellungen] [schon|] bezahlt": "did i pay for all my orders",
  "[welche|welche bestellung|welches|welches paket|was] [ist|wurde|sind|wurden] noch nicht [raus|verschickt|versendet|versandt|losgeschickt|unterwegs]":
    "which one has not been sent yet",
  "[wurden|sind] [alle bestellungen|alle meine bestellungen|alle] [schon|] [verschickt|versendet|versandt|raus|unterwegs|losgeschickt]":
    "have all my orders been shipped",
  "[wurde|ist] [schon|] alles [schon|] [verschickt|versendet|versandt|raus]":
    "has everything been sent",
  "[welche|welche bestellung|welches|welches paket|was] [ist|sind] noch nicht [angekommen|da|hier|geliefert|zugestellt]":
    "which one has not arrived yet",
  "[welche bestellung|welche|welches paket|was] fehlt noch": "which one has not arrived yet",
  "[sind|ist] [alle|alle bestellungen|alles] [schon|] [angekommen|da]":
    "have all my orders arrived",
  "[wie viel|wieviel|was] kosten alle [bestellungen|meine bestellungen|] [zusammen|insgesamt|]":
    "how much did i spend on all my orders",
  "[wie viel|wieviel] [habe|hab] ich [insgesamt|alles in allem|bisher|zusammen] ausgegeben":
    "how much did i spend on all my orders",
  "[welche bestellung|welche|was] war [am günstigsten|am billigsten|die günstigste|die billigste|die billigste bestellung|die günstigste bestellung]":
    "which order was the cheapest",
  "die [günstigste|billigste] bestellung": "the cheapest order",
  "[welche bestellung|welche|was] war [am teuersten|die teuerste|die teuerste bestellung]":
    "which order was the most expensive",
  "die teuerste bestellung": "the most expensive order",
  "[welche|welche bestellung|welches|welches paket|was] kommt [zuerst|als erstes|als erste|am ehesten|als nächstes|als nächste|zuerst an|als erstes an|als nächstes an]":
    "which one comes first",
  "[was|welche|welche bestellung|welches paket] [kam|ist] [zuletzt|als letztes|als letzte] [an|angekommen|gekommen]":
    "which order arrived last",
  // What the order contains and how it was shipped.
  "[stück|stücke]": "pieces",
  stückpreis: "price per piece",
  "[warenwert|zwischensumme]": "subtotal",
  "[wie viel|wieviel|was] [kosten|kostet|kosteten|war|ist] [die artikel|die ware|die waren|die bestellung|es|das] ohne [versand|versandkosten]":
    "how much for just the items",
  "[wie viel|wieviel|was] [kostet|kosten] [ein|das|jedes|pro] [stück|einzelne|einzelner artikel|paar]":
    "how much is one of them",
  "[wie viel|wieviel|was] [kostet|kosten] [ein paar|eins davon|eines davon|jeweils ein stück]":
    "how much is one of them",
  "wann [habt ihr|haben sie|hast du] [es|das|sie|die bestellung|mein paket|meine bestellung] [rausgeschickt|verschickt|versendet|abgeschickt|losgeschickt]":
    "when did you send it",
  "wann [wurde es|wurde das|wurde sie|wurde mein paket|wurde meine bestellung|wurde die bestellung|ging es|ging das] [verschickt|versendet|versandt|abgeschickt|rausgeschickt|raus]":
    "when was it shipped",
  "[in wie vielen|in wieviel|in wieviele] [paketen|sendungen|päckchen|lieferungen] [kommt es|kommt das|kommt sie|kommt die bestellung|wird geliefert|]":
    "how many packages is it",
  "kommt [alles|das alles|die bestellung|es] in [einem paket|einer sendung|einer lieferung|einem|mehreren paketen]":
    "does it come in one package",
  "am morgen": "in the morning",
  "[habe|hab] ich [einen|] [rabatt|gutschein] [bekommen|erhalten]": "did i get a discount",
  "ich [hätte|hätt] [gern|gerne]": "i would like",
  "wie lange ist [die bestellung|meine bestellung|das|es] her": "how long ago did i order it",
  "vor wie vielen [tagen|wochen] [hab|habe] ich [das|es|] bestellt": "how long ago did i order it",
  "[warum|wieso|weshalb] [wurde|ist] [meine bestellung|die bestellung|sie|das] storniert [worden|]":
    "why was my order canceled",
  "[warum|wieso|weshalb] storniert": "why was my order canceled",
  "[wie viele tage|wieviele tage|wie lange] ist das her": "how many days ago was that",
  "wie lange hat [die lieferung|der versand|das] gedauert": "how long did delivery take",
};
