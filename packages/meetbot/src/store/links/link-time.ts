/** So long a link lasts at most; it ends with its conversation, which is after 7 idle days. */
export const linkDays = 30;
