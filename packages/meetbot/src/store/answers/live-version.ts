/**
 * Returns the SQL for the live version of a bot's answers; 0 if there is none. A statement that each turn runs anyway
 * includes it, so that an operator's changes apply from the next turn on every node.
 */
export function liveVersion(botId: string): string {
  return `coalesce((select max(version) from answer_books where bot_id = ${botId}), 0)`;
}
