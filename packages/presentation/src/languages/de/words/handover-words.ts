import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled:
    "Ich habe jemanden vom Shop gerufen: Die Antwort kommt direkt hier. Bis dahin können Sie mich weiter fragen.",
  passedOn: "Weitergegeben habe ich: „{words}“.",
  passedOnOrder: "Weitergegeben habe ich zur Bestellung {number}: „{words}“.",
  choicePassOn: "Weitergeben",
  canPassOn: "Das kann ich an den Kundenservice weitergeben: Ein Tipp genügt.",
  personCalledAlready:
    "Es ist schon jemand gerufen, und die Antwort kommt direkt hier. Bis dahin können Sie mich weiter fragen.",
  personCalledStill:
    "Ihr Anliegen ist nicht vergessen: Es liegt beim Kundenservice, und die Antwort erscheint hier.",
  calledAtOnce:
    "Darum muss sich sofort ein Mensch kümmern: Ich habe jemanden gerufen, und die Antwort kommt direkt hier.",
  calledAfterMisses:
    "Hier komme ich nicht weiter und habe deshalb jemanden vom Shop gerufen: Die Antwort kommt direkt hier. Bis dahin können Sie mich weiter fragen.",
  calledNote: "Außerdem ist jemand vom Shop gerufen und antwortet hier.",
  sorryCalled:
    "Das tut mir leid. Es ist schon jemand vom Shop gerufen, und die Antwort kommt direkt hier.",
  botHere:
    "Sie schreiben mit dem Bot des Shops: Ich sehe sofort nach Bestellungen und Paketen. Ich kann auch jemanden vom Kundenservice rufen.",
  reachToo: "Sie erreichen uns auch hier: {contact}.",
  callWithdrawn: "In Ordnung, ich habe dem Kundenservice gesagt, dass Sie niemanden mehr brauchen.",
  personIsHere: "{name} von {bot} ist jetzt hier.",
  botAgain: "Sie sprechen wieder mit dem Bot.",
  talkEnded: "Ihr Gespräch mit {name} ist beendet. Sie sprechen wieder mit dem Bot.",
  nobodyFree:
    "Gerade ist niemand frei. Ihr Anliegen bleibt beim Kundenservice, und die Antwort kommt direkt hier.",
};
