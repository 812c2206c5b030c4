/** Surcharges of one order that are read. */
export const maxFees = 20;

/** Refunds of one order that are read. */
export const maxRefunds = 20;

/** Events of one package that are read: those its list begins with. */
export const maxEvents = 30;

/** Goods of one package that are read. */
export const maxPackedElements = 50;

/** The longest text of an event, a place or a pickup point; what is beyond is cut. */
export const maxShortTextCharacters = 300;
