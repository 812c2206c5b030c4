/** The most orders or packages one answer may hold: they must fit on the customer's screen. */
export const maxPageLimit = 10;
