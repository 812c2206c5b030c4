import type { PersonOffers } from "../../contract/language.ts";

/** The parts of phrases that offer an agent, and their replacements once an agent has been called. */
export const personOffers: PersonOffers = [
  [", o habla con una persona.", "."],
  [" o habla con una persona.", "."],
  [", o hablar con una persona.", "."],
  [
    " Para cambios, reembolsos y otras preguntas hay una persona.",
    " De lo demás se ocupa la persona a la que he avisado.",
  ],
  [
    " Para lo demás puede ayudarte una persona.",
    " De lo demás se ocupa la persona a la que he avisado.",
  ],
  [" Para lo demás hay una persona.", " De lo demás se ocupa la persona a la que he avisado."],
  [", o puede ayudarte una persona.", "."],
  [", o pregunta a una persona.", "."],
  [" Si prefieres hablar con una persona, dímelo.", " Ya he avisado a una persona."],
  [": pídeselo a una persona.", ": de eso puede ocuparse la persona a la que he avisado."],
  [" Para otras palabras hay una persona.", ""],
  [" Para algo especial, pregunta a una persona.", ""],
  [" Conviene que lo sepa una persona de la tienda.", " Ya he avisado a una persona."],
  [" Una persona puede hacer más que yo.", " Ya he avisado a una persona."],
  ["Puedes hablar con una persona aquí:", "También puedes contactar aquí:"],
  ["¿Quieres que te atienda una persona? ", ""],
];
