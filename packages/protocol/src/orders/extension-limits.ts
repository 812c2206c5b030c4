/** Surcharges of one order that are read. */
export const maxFees = 20;

/** Refunds of one order that are read. */
export const maxRefunds = 20;

/** How many events of one package are read, from the start of its list. */
export const maxEvents = 30;

/** Goods of one package that are read. */
export const maxPackedElements = 50;

/** The maximum length of a text of an event, a place or a pickup point; longer texts are truncated. */
export const maxShortTextCharacters = 300;
