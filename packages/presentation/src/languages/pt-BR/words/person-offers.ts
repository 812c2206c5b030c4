import type { PersonOffers } from "../../contract/language.ts";

/** The parts of phrases that offer an agent, and their replacements once an agent has been called. */
export const personOffers: PersonOffers = [
  [", ou fale com um atendente.", "."],
  [" ou fale com um atendente.", "."],
  [", ou falar com um atendente.", "."],
  [
    " Para alterações, reembolsos e outras dúvidas, há um atendente.",
    " Do resto cuida o atendente que chamei.",
  ],
  [" Para o resto, um atendente pode ajudar.", " Do resto cuida o atendente que chamei."],
  [" Para o resto, há um atendente.", " Do resto cuida o atendente que chamei."],
  [", ou um atendente pode ajudar.", "."],
  [", ou pergunte a um atendente.", "."],
  [" Se preferir um atendente, é só dizer.", " Um atendente já foi chamado."],
  [": peça isso a um atendente.", ": disso pode cuidar o atendente que chamei."],
  [" Para outras palavras, há um atendente.", ""],
  [" Para um caso especial, pergunte a um atendente.", ""],
  [" Um atendente precisa saber disso.", " Um atendente já foi chamado."],
  [" Um atendente pode fazer mais do que eu.", " Um atendente já foi chamado."],
  [" Um atendente pode contar mais.", " O atendente que chamei pode contar mais."],
  ["Você fala com um atendente aqui:", "Você também pode falar conosco aqui:"],
  ["Quer que um atendente ajude? ", ""],
];
