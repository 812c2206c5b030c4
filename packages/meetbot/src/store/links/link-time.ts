/** Longest life of a link; it ends earlier with its conversation, after 7 idle days. */
export const linkDays = 30;
