import type { TopicWords } from "../../contract/language.ts";

/** The bot's German replies, in the form of „Sie“, to topics for which the shop has given no answer. */
export const topicWords: TopicWords = {
  topicReturns:
    "Die Rückgaberegeln des Shops kenne ich nicht, aber der Kundenservice sagt Ihnen, wie es geht und bis wann.",
  topicRefund:
    "Erstattungen kann ich nicht einsehen, aber der Kundenservice sagt Ihnen, wo das Geld ist und wann es kommt.",
  topicExchange: "Umtauschen kann ich nichts, aber der Kundenservice sagt Ihnen, wie es geht.",
  topicCancel:
    "Stornieren kann ich nicht selbst. Der Kundenservice kann es, solange nichts verschickt ist; danach geht es als Retoure.",
  topicChangeAddress:
    "Eine Adresse kann ich nicht ändern. Der Kundenservice kann es, solange nichts verschickt ist; danach hilft der Paketdienst.",
  topicChangeOrder:
    "Was in einer Bestellung ist, kann ich nicht ändern. Der Kundenservice kann es, solange nichts verschickt ist.",
  topicDamaged:
    "Es tut mir leid, dass es so angekommen ist. Bitte heben Sie alles auf und machen Sie ein, zwei Fotos: Der Kundenservice klärt das mit Ihnen.",
  topicInvoice: "Rechnungen kann ich nicht ausstellen, aber der Kundenservice schickt Ihnen eine.",
  topicDeliveryTime:
    "Wie lange die Lieferung dauert, kann ich nicht sagen; der Kundenservice schon. Ist bestellt, sehe ich gern nach, wo es ist.",
  topicDeliveryCost:
    "Was der Versand kostet, kann ich nicht sagen. Der Shop zeigt es an der Kasse, und der Kundenservice weiß es auch.",
  topicAbroad:
    "Wohin der Shop liefert und was der Zoll nimmt, kann ich nicht sagen; der Kundenservice schon.",
  topicCarriers:
    "Mit wem der Shop verschickt, kann ich nicht sagen, der Kundenservice schon. Ist das Paket unterwegs, nenne ich Ihnen den Paketdienst.",
  topicPickUp: "Ob Sie es selbst abholen können, weiß ich nicht; der Kundenservice schon.",
  topicPaymentMethods:
    "Wie Sie zahlen können, zeigt der Shop an der Kasse. Bei besonderen Wünschen hilft der Kundenservice.",
  topicPaymentProblem:
    "Es tut mir leid, dass es mit der Zahlung hakt. Zahlungen kann ich nicht einsehen, aber der Kundenservice sieht nach.",
  topicDiscount:
    "Codes und Aktionen kenne ich nicht, aber der Kundenservice sagt Ihnen, was es gibt und warum ein Code nicht geht.",
  topicPriceProtection:
    "Ob Sie die Differenz zurückbekommen, kann ich nicht sagen; der Kundenservice schon.",
  topicStock:
    "Den Bestand sehe ich nicht, aber der Kundenservice, und er weiß, wann es Nachschub gibt.",
  topicSize:
    "Welche Größe passt, kann ich nicht sagen. Auf der Artikelseite steht oft eine Tabelle, und der Kundenservice berät Sie gern.",
  topicProduct:
    "Mit Bestellungen kenne ich mich besser aus als mit Artikeln: Was Sie wissen möchten, sagt Ihnen der Kundenservice.",
  topicWarranty:
    "Was die Garantie abdeckt, kann ich nicht sagen, der Kundenservice schon. Der Kaufbeleg hilft dabei.",
  topicRepair:
    "Bei Reparatur, Ersatzteilen und Montage hilft Ihnen der Kundenservice; ich weiß darüber nichts.",
  topicOpeningHours:
    "Öffnungszeiten und Adresse kenne ich nicht, aber sie stehen auf der Kontaktseite des Shops, und der Kundenservice weiß sie.",
  topicComplaint:
    "Es tut mir leid, dass Sie unzufrieden sind. Das sollte der Kundenservice erfahren.",
  topicPrivacy:
    "Was über Sie gespeichert ist, kann ich weder einsehen noch löschen. Der Shop kann beides: Bitten Sie den Kundenservice darum.",
  topicAccount:
    "In Ihr Konto komme ich nicht. Ein vergessenes Passwort setzen Sie auf der Anmeldeseite zurück, bei allem anderen hilft der Kundenservice.",
  topicDeliveryWish:
    "Das kann ich mit dem Paketdienst nicht vereinbaren. Auf der Sendungsverfolgung der meisten Paketdienste können Sie einen anderen Tag, einen Ablageort, einen Nachbarn oder eine Abholstelle wählen; auch der Kundenservice kann nachfragen.",
  topicPickupCode:
    "Den Abholcode schickt der Paketdienst selbst, per SMS oder E-Mail, sobald das Paket abholbereit ist. Ich habe ihn nicht; der Kundenservice kann danach fragen.",
  topicGift:
    "Ob es als Geschenk verpackt oder mit einer Karte kommen kann, weiß ich nicht; der Kundenservice kann es Ihnen sagen.",
};
