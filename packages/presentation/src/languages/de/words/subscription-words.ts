import type { SubscriptionWords } from "../../contract/language.ts";

/** Was darüber gesagt wird, dass der Bot sich von sich aus meldet: wann, auf welchem Weg und wie es endet. */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "Updates erhalten",
  choiceKeepPostedAll: "Updates zu allen",
  newsOfOrder:
    "Ich melde mich, wenn sich bei dieser Bestellung etwas ändert: wenn sie verschickt, in der Zustellung oder zugestellt ist und wenn etwas schiefgeht.",
  newsOfPackage:
    "Ich melde mich, wenn sich bei diesem Paket etwas ändert: wenn es in der Zustellung oder zugestellt ist und wenn etwas schiefgeht.",
  newsOfAll:
    "Ich melde mich, wenn sich bei einer Ihrer Bestellungen etwas ändert: wenn sie verschickt, in der Zustellung oder zugestellt ist und wenn etwas schiefgeht.",
  newsFromShop:
    "Sie haben im Shop gewählt, dass wir Sie zu Ihrer Bestellung auf dem Laufenden halten: Ich melde mich, wenn sie verschickt, in der Zustellung oder zugestellt ist und wenn etwas schiefgeht.",
  newsHere: "Die Updates kommen hier im Chat.",
  newsOnReturn: "Sie finden die Updates hier, wenn Sie in diesen Chat zurückkehren.",
  newsOnReturnBrowser:
    "Sie finden die Updates hier, wenn Sie in diesen Chat zurückkehren, und auch im Browser, wenn Sie die Benachrichtigungen einschalten.",
  newsOnReturnEmail:
    "Sie finden die Updates hier, wenn Sie in diesen Chat zurückkehren. Solange er geschlossen ist, kommen sie per E-Mail.",
  newsOnReturnBoth:
    "Sie finden die Updates hier, wenn Sie in diesen Chat zurückkehren. Solange er geschlossen ist, kommen sie per E-Mail oder, wenn Sie die Benachrichtigungen einschalten, im Browser.",
  newsStopHint: "Antworten Sie STOPP, um sie zu beenden.",
  newsOff:
    "Sie erhalten hier keine Updates mehr. Antworten Sie START, um sie wieder einzuschalten.",
  newsNone: "In diesem Chat erhalten Sie keine Updates.",
  newsHowTo:
    "Wenn Sie welche möchten, fragen Sie nach einer Bestellung und wählen Sie „Updates erhalten“.",
  newsOnAgain: "Ihre Updates sind wieder eingeschaltet. Antworten Sie STOPP, um sie zu beenden.",
  newsFollowed: "Bestellungen und Pakete, zu denen ich mich melde: {count}.",
  newsEndedToo: "Auch die Updates sind nun beendet.",
  newsOrCancel: "Möchten Sie keine Updates mehr, oder geht es um die Bestellung selbst?",
  choiceStopNews: "Updates beenden",
  choiceCancelOrder: "Stornieren",
  choiceReturnOrder: "Retoure, Erstattung",
  newsNotProved:
    "Ich kann nicht mehr sicher sein, dass Sie das sehen dürfen, und habe die Updates nicht eingeschaltet. Bitte rufen Sie es zuerst noch einmal auf.",
  newsFull:
    "Sie erhalten schon zu so vielen Bestellungen Updates, wie ich in einem Chat verfolgen kann.",
  newsWhich: "Zu welcher Bestellung soll ich mich melden? Bitte schicken Sie mir ihre Nummer.",
  newsNothingToCome:
    "Hier gibt es nichts, wozu ich mich melden könnte: Es sind keine Änderungen mehr zu erwarten.",
};
