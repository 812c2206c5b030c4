/** Whoever does something that cannot be undone proves again who they are after this time. */
export const freshForS = 15 * 60;
