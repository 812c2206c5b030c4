import type { PersonOffers } from "../../contract/language.ts";

/** The parts of phrases that offer an agent, and their replacements once an agent has been called. */
export const personOffers: PersonOffers = [
  [", oder wenden Sie sich an den Kundenservice.", "."],
  [" oder wenden Sie sich an den Kundenservice.", "."],
  [", oder Sie wenden sich an den Kundenservice.", "."],
  [
    " Für Änderungen, Erstattungen und andere Fragen gibt es den Kundenservice.",
    " Um alles andere kümmert sich, wen ich gerufen habe.",
  ],
  [
    " Bei allem anderen hilft Ihnen der Kundenservice.",
    " Um alles andere kümmert sich, wen ich gerufen habe.",
  ],
  [
    " Für alles andere gibt es den Kundenservice.",
    " Um alles andere kümmert sich, wen ich gerufen habe.",
  ],
  [", oder der Kundenservice hilft Ihnen.", "."],
  [", oder fragen Sie einen Menschen.", "."],
  [
    " Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.",
    " Der Kundenservice ist schon gerufen.",
  ],
  [": Bitten Sie den Kundenservice darum.", ": Der Kundenservice ist schon gerufen."],
  [" Bei anderen Wörtern hilft der Kundenservice.", ""],
  [" Bei besonderen Wünschen hilft der Kundenservice.", ""],
  [" Das sollte der Kundenservice erfahren.", " Der Kundenservice ist schon gerufen."],
  [" Der Kundenservice kann mehr für Sie tun als ich.", " Der Kundenservice ist schon gerufen."],
  ["Den Kundenservice erreichen Sie hier:", "Sie erreichen uns auch hier:"],
  ["Soll sich jemand darum kümmern? ", ""],
];
