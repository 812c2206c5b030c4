/** Long enough for a complaint about last week's chat, short enough to hold no history of people. */
export const retentionDays = 7;
