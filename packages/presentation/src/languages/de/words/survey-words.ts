import type { SurveyWords } from "../../contract/language.ts";

/** Wie auf Deutsch eine Frage nach mehreren Bestellungen beantwortet wird. `{parts}` sagt, welche gemeint sind. */
export const surveyWords: SurveyWords = {
  countAll: "Sie haben {count} Bestellungen: {parts}.",
  countFound1: "Es ist nur eine.",
  countFound: "Es sind {count}.",
  countNone: "Sie haben hier noch keine Bestellungen.",
  atLeast: "mindestens {count}",
  partOpen: "{count} laufend",
  partUnpaid: "{count} unbezahlt",
  partPast: "{count} früher",
  onlyOpen: "laufend",
  onlyUnpaid: "unbezahlt",
  onlyPast: "früher",
  partShown: "die aus der Liste",
  listNewest: "Die neuesten {count}:",
  listOn: "{from} bis {to} von {count}:",
  surveySum: "{count} Bestellungen ({parts}) kosten zusammen {amount}.",
  surveySumWithout: "Unbezahlte, stornierte und erstattete sind nicht dabei.",
  surveyCut:
    "Es gibt mehr Bestellungen, als ich auf einmal ansehen kann: Das gilt für die neuesten.",
  surveyCheapest: "Von {count} Bestellungen ({parts}) war diese die günstigste:",
  surveyDearest: "Von {count} Bestellungen ({parts}) war diese die teuerste:",
  surveyCheapestEach:
    "Von {count} Bestellungen ({parts}) die günstigsten, eine je Währung: {amounts}.",
  surveyDearestEach:
    "Von {count} Bestellungen ({parts}) die teuersten, eine je Währung: {amounts}.",
  surveyPaid: "Ich sehe keine offene Zahlung: {count} Bestellungen ({parts}).",
  surveyPaidNot: "Noch nicht bezahlt: {lacking} von {count} Bestellungen ({parts}).",
  surveySent: "Alle {count} Bestellungen sind verschickt ({parts}).",
  surveySentNot:
    "Noch nicht oder nur zum Teil verschickt: {lacking} von {count} Bestellungen ({parts}).",
  surveyHere: "Alle {count} Bestellungen sind angekommen ({parts}).",
  surveyHereNot: "Noch nicht angekommen: {lacking} von {count} Bestellungen ({parts}).",
  surveyUnsure: "Der Shop sagt das nicht von allen. So stehen sie:",
  surveyNext: "Diese sollte zuerst kommen:",
  surveyNextUnknown:
    "Ich habe keine Termine und kann nicht sagen, welche zuerst kommt. So stehen sie:",
  surveyNextNone: "Zurzeit ist nichts zu Ihnen unterwegs.",
  surveyLast: "Diese kam zuletzt an:",
  surveyLastNone: "Ich finde keine Ihrer Bestellungen, die angekommen ist.",
  partsPlaced: "{parts},{span}",
  whichDays:
    "Welche Tage das sind, weiß ich nicht. Nennen Sie bitte einen Monat oder ein Datum, zum Beispiel „seit dem 1. Oktober“.",
  spanWithin: " im {when}",
  spanYear: " aus dem Jahr {when}",
  spanDays: " vom {when}",
  spanSince: " seit dem {when}",
  spanUntil: " bis zum {when}",
  spanOnlyOne: "Es ist nur eine{span}.",
  spanNone: "Sie haben keine Bestellungen{span}.",
};
