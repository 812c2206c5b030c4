import type { ConcernWords } from "../../contract/language.ts";

/** The bot's German answers, in the form of „Sie“, to customers' problems and to requests that it cannot fulfill. */
export const concernWords: ConcernWords = {
  sorryLate: "Es tut mir leid, dass Sie warten müssen.",
  sorryStuck:
    "Es tut mir leid, dass sich nichts bewegt. Ändert sich in zwei Tagen nichts, kann der Kundenservice beim Paketdienst nachfragen.",
  sorryNotHere:
    "Das tut mir leid. Der Paketdienst meldet die Zustellung. Bitte sehen Sie nach, wo Pakete sonst abgelegt werden, und fragen Sie in der Nachbarschaft; manche werden einen Tag zu früh als zugestellt gemeldet. Ist es morgen nicht da, klärt der Kundenservice das mit dem Paketdienst.",
  sorryMissing:
    "Es tut mir leid, dass etwas fehlt. Bitte sehen Sie nach, ob es in einem eigenen Paket kommt; wenn nicht, klärt der Kundenservice das mit Ihnen.",
  sorryWrong:
    "Es tut mir leid, dass Sie etwas anderes bekommen haben. Bitte lassen Sie es, wie es ist, und machen Sie ein Foto: Der Kundenservice klärt das mit Ihnen.",
  cannotHurry:
    "Beschleunigen kann ich es nicht, aber der Kundenservice kann fragen, ob es schneller geht.",
  sorryComplaint:
    "Es tut mir leid, dass Sie unzufrieden sind. Das sollte der Kundenservice erfahren.",
  sorryAnger:
    "Das tut mir leid, ich verstehe Ihren Ärger. Der Kundenservice kann mehr für Sie tun als ich.",
  robot:
    "Ja, ich bin ein Programm: Ich sehe im System des Shops nach Bestellungen und Paketen. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.",
  notHuman:
    "Nein, ich bin ein Programm: Ich sehe im System des Shops nach Bestellungen und Paketen. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.",
  who: "Ich bin der Chatbot von {bot}, ein Programm, das nach Bestellungen und Paketen sieht. Was möchten Sie wissen?",
  speaks: "Ja, ich spreche {languages}. Schreiben Sie einfach, wie es Ihnen lieber ist.",
  privacy:
    "Ich selbst kann nichts löschen. Der Shop kann alles löschen, was über Sie und diesen Chat gespeichert ist: Bitten Sie den Kundenservice darum.",
  notify:
    "Von mir aus kann ich Ihnen noch nicht schreiben. Fragen Sie mich, wann immer Sie möchten; viele Paketdienste schicken über ihre Sendungsverfolgung auch Nachrichten.",
  waiting: "Lassen Sie sich Zeit, ich bin da.",
  noProblem: "Kein Problem.",
  resigned: "In Ordnung, lassen wir das. Ich bin da, wenn Sie mich brauchen.",
  whatNumber:
    "Die Bestellnummer steht in der Bestellbestätigung, die Sie per E-Mail bekommen haben, und in Ihrem Konto im Shop. Die E-Mail-Adresse Ihrer Bestellung geht auch.",
  noEmail:
    "Dann hilft die Bestellnummer: Sie steht in der Bestätigung, die per E-Mail oder SMS kam, und auf der Rechnung. Haben Sie beides nicht, findet der Kundenservice Ihre Bestellung.",
  byName:
    "Nach Namen oder Telefonnummer kann ich nicht suchen: Die kennen auch andere. Es geht mit der Bestellnummer oder der E-Mail-Adresse Ihrer Bestellung. Was haben Sie zur Hand?",
  byNameSignedIn:
    "Name oder Telefonnummer brauchen Sie hier nicht: Sie sind angemeldet, und ich sehe die Bestellungen Ihres Kontos.",
  asGuest:
    "Kein Problem, ein Konto braucht es nicht: Die Bestellnummer oder die E-Mail-Adresse der Bestellung genügt. Was haben Sie zur Hand?",
  onBehalf:
    "Hat jemand anderes bestellt, fragen Sie dort nach der Bestellnummer oder der Sendungsnummer: Damit kann ich sagen, wie es steht. Alles Weitere zeige ich nur der Person, die bestellt hat. Wie lautet die Nummer?",
  otherPeople:
    "Eine Bestellung zeige ich nur der Person, die bestellt hat. Das gilt auch für Ihre.",
  whyEmail:
    "Die E-Mail-Adresse brauche ich nur, um Ihre Bestellungen im System des Shops zu finden. Wenn Sie das nicht möchten, genügt eine Bestellnummer. Passwörter oder Kartennummern brauche ich nie.",
  signedInAs:
    "Sie sind als {account} angemeldet. Für ein anderes Konto schreiben Sie zuerst „abmelden“.",
  signedInNot:
    "Hier ist niemand angemeldet. Die E-Mail-Adresse der Bestellung oder eine Bestellnummer genügt. Was haben Sie zur Hand?",
  lookingAt:
    "Ich sehe gerade nach den Bestellungen von {account}. Für andere schreiben Sie eine andere E-Mail-Adresse.",
  hiddenLines:
    "In dieser Liste darf ich von jeder Bestellung nur Status und Monat zeigen. Schicken Sie mir die Bestellnummer der gemeinten.",
  hiddenAgain:
    "Ohne Bestellnummer oder einen Nachweis, dass Sie es sind, darf ich von diesen nicht mehr zeigen.",
  whichStatus:
    "Ich kann die Stationen einer Bestellung erklären, zum Beispiel „versandt“. Welche meinen Sie? Bei anderen Wörtern hilft der Kundenservice.",
  noneFits: "Darauf passt keine davon. Welche Bestellung meinen Sie?",
  whichOne: "Welche Bestellung meinen Sie?",
  leftOut: "Das war mehr, als ich auf einmal nachsehe: Fragen Sie mich danach nach dem Rest.",

  listOpen1: "Sie haben 1 laufende Bestellung:",
  listOpen: "Sie haben {count} laufende Bestellungen:",
  listOpenMore: "Sie haben mehr als {count} laufende Bestellungen. Die ersten:",
  listUnpaid1: "Sie haben 1 unbezahlte Bestellung:",
  listUnpaid: "Sie haben {count} unbezahlte Bestellungen:",
  listUnpaidMore: "Sie haben mehr als {count} unbezahlte Bestellungen. Die ersten:",
  listPast1: "Sie haben 1 frühere Bestellung:",
  listPast: "Sie haben {count} frühere Bestellungen:",
  listPastMore: "Sie haben mehr als {count} frühere Bestellungen. Die ersten:",
  listPlaced: "Ihre Bestellungen{span}:",
  listCanceled: "Ihre stornierten Bestellungen{span}:",
  listDelivered: "Ihre zugestellten Bestellungen{span}:",
  listShipped: "Ihre Bestellungen{span}, die unterwegs sind:",
  listRefunded: "Ihre erstatteten Bestellungen{span}:",
  listAll: "Ihre Bestellungen, die neueste zuerst:",
  goodsNone: "Unter diesem Namen finde ich nichts in Ihren Bestellungen.",
  listNone: "Eine solche Bestellung finde ich bei Ihnen nicht.",

  notUnderstoodStill:
    "Das verstehe ich leider immer noch nicht. Schreiben Sie es mit anderen Worten, oder wenden Sie sich an den Kundenservice.",
  greetingAgain: "Ich bin da. Worum geht es?",
  helpAgain:
    "Schreiben Sie zum Beispiel „Wo ist meine Bestellung“, eine Bestellnummer oder eine Sendungsnummer. Für alles andere gibt es den Kundenservice.",
  thanksAgain: "Gerne!",
  notedAgain: "In Ordnung.",
  lookOnlyAgain: "Auch das kann nur der Kundenservice.",

  sorryForThat: "Das tut mir leid.",
  shopWroteIn: "Der Shop hat das nur auf {language} geschrieben:",
  shopWroteAll:
    "Mehr hat der Shop dazu nicht geschrieben. Der Kundenservice kann Ihnen mehr sagen.",

  lookedAgain:
    "Ich habe gerade noch einmal nachgesehen. {answer} Wenn das nicht stimmen kann, prüft es der Kundenservice.",
  sureNone:
    "Unter den Bestellungen, die ich sehen kann, finde ich so eine nicht. Vielleicht steht sie unter einer anderen E-Mail-Adresse: Mit der Bestellnummer aus Ihrer Bestätigung suche ich genau diese. Der Kundenservice kann weitersuchen.",
  sureShop:
    "So steht es im System des Shops, und mehr als das sehe ich nicht. Der Kundenservice kann es prüfen.",
  misread:
    "Entschuldigung, dann habe ich Sie falsch verstanden. Sagen Sie es bitte mit anderen Worten, oder wählen Sie:",
  nextUnpaid:
    "Bitte bezahlen Sie im Shop, danach wird sie verschickt. Wurde das Geld schon abgebucht, kann der Kundenservice die Zahlung prüfen.",
  nextWait:
    "Im Moment müssen Sie nichts tun. Dauert es länger als üblich, kann der Kundenservice nachforschen.",
  nextFailed:
    "Meist wird es am nächsten Werktag noch einmal versucht. Achten Sie auf eine Karte oder Nachricht vom Paketdienst: Darin steht, wie Sie einen anderen Tag wählen oder wo Sie es abholen. Gibt es keine, klärt der Kundenservice das mit dem Paketdienst.",
  nextPickup:
    "Bitte holen Sie es dort ab und bringen Sie einen Ausweis mit und den Abholcode, falls Sie einen bekommen haben.",
  nextDelivered:
    "Wenn Sie es haben, ist alles erledigt. Wenn nicht, sehen Sie an den üblichen Ablageorten nach und fragen Sie die Nachbarn; der Kundenservice kann es mit dem Paketdienst klären.",
  nextEnded:
    "Davon wird nichts mehr verschickt. Warten Sie noch auf Geld oder möchten Sie es doch noch, klärt das der Kundenservice.",
  nextProblem:
    "Jetzt ist der Paketdienst oder der Shop am Zug. Der Kundenservice kann klären, ob von Ihnen etwas gebraucht wird.",
};
