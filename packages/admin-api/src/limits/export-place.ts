/** The id of an entry in an export of the audit logs: microseconds, the log, the number in it. */
export const exportPlace = /^(\d{1,17})\.(bot|operators)\.(\d{1,18})$/;

/** The place before the first entry. */
export const exportStart = "0.bot.0";
