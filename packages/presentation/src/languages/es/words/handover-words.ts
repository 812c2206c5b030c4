import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled:
    "He avisado a una persona de la tienda: te responderá aquí mismo. Mientras tanto, puedes seguir preguntándome.",
  passedOn: "Le he pasado: «{words}».",
  passedOnOrder: "Le he pasado, sobre el pedido {number}: «{words}».",
  choicePassOn: "Pasar el mensaje",
  canPassOn: "Puedo pasárselo a una persona de la tienda: basta con un toque.",
  personCalledAlready:
    "Ya he avisado a una persona y te responderá aquí mismo. Hasta entonces, puedes seguir preguntándome.",
  personCalledStill:
    "No me he olvidado: tu petición está en manos de la tienda y la respuesta aparecerá aquí.",
  calledAtOnce:
    "De esto tiene que ocuparse una persona ya mismo: la he avisado y te responderá aquí.",
  calledAfterMisses:
    "Con esto no consigo avanzar, así que he avisado a una persona de la tienda: te responderá aquí mismo. Mientras tanto, puedes seguir preguntándome.",
  calledNote: "También he avisado a una persona, que te responderá aquí.",
  sorryCalled:
    "Lo siento mucho. Ya he avisado a una persona de la tienda y te responderá aquí mismo.",
  botHere:
    "Hablas con el bot de la tienda: consulto pedidos y paquetes al momento. También puedo avisar a una persona.",
  reachToo: "También puedes contactar aquí: {contact}.",
  callWithdrawn: "De acuerdo, he dicho en la tienda que ya no necesitas a nadie.",
  personIsHere: "{name}, de {bot}, está aquí.",
  botAgain: "Vuelves a hablar con el bot.",
  talkEnded: "Tu conversación con {name} ha terminado. Vuelves a hablar con el bot.",
  nobodyFree:
    "Ahora mismo no hay nadie libre. Tu petición queda en la tienda y te responderán aquí mismo.",
};
