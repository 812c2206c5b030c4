/** What every customer asks, of every contender, over and over. */
export const question = "where is my order MBWXS75S9878?";
/** Stands in the answer, and nowhere else that a bot says. */
export const orderNumber = "MBWXS75S9878";

/** What is in that order: each answer names it. */
export const goods = "T-Shirt";
