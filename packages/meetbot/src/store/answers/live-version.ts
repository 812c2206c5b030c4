/**
 * Which version of a bot's answers is live, in SQL; 0: none was written. It is asked within a statement that a turn
 * makes anyway, so that what an operator saves is said in the next turn on every node.
 */
export function liveVersion(botId: string): string {
  return `coalesce((select max(version) from answer_books where bot_id = ${botId}), 0)`;
}
