import type { HandoverWords } from "../../contract/language.ts";

/** The bot's phrases about people who answer beside it. */
export const handoverWords: HandoverWords = {
  personCalled:
    "Chamei um atendente da loja: a resposta vem aqui mesmo. Enquanto isso, você pode continuar perguntando.",
  passedOn: "Encaminhei: “{words}”.",
  passedOnOrder: "Encaminhei, sobre o pedido {number}: “{words}”.",
  choicePassOn: "Encaminhar",
  canPassOn: "Posso encaminhar isso a um atendente da loja: basta um toque.",
  personCalledAlready:
    "Um atendente já foi chamado e vai responder aqui mesmo. Até lá, você pode continuar perguntando.",
  personCalledStill:
    "Não esqueci: sua solicitação está com a equipe da loja, e a resposta aparece aqui.",
  calledAtOnce:
    "Alguém precisa cuidar disso agora mesmo: chamei um atendente, que vai responder aqui.",
  calledAfterMisses:
    "Com isso não consigo avançar, então chamei um atendente da loja: a resposta vem aqui mesmo. Enquanto isso, você pode continuar perguntando.",
  calledNote: "Um atendente também foi chamado e vai responder aqui.",
  sorryCalled: "Sinto muito por isso. Um atendente da loja foi chamado e vai responder aqui mesmo.",
  botHere:
    "Você está falando com o bot da loja: consulto pedidos e pacotes na hora. Também posso chamar um atendente.",
  reachToo: "Você também pode falar conosco aqui: {contact}.",
  callWithdrawn: "Certo, avisei a loja que você não precisa mais de ninguém.",
  personIsHere: "{name}, de {bot}, está aqui.",
  botAgain: "Você voltou a falar com o bot.",
  talkEnded: "Sua conversa com {name} terminou. Você voltou a falar com o bot.",
  nobodyFree:
    "Ninguém está livre agora. Sua solicitação fica com a equipe da loja, que responde aqui mesmo.",
};
