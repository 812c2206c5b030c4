/** After this time, an operator must prove their identity again before an irreversible action. */
export const freshForS = 15 * 60;
