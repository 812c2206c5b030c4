import type { Colleague } from "@meetbot/model/desk/colleague.ts";

/**
 * Assigns each waiting conversation to the agent on duty with room and the fewest conversations; among equals, to the
 * one on duty longest. Conversations that nobody has room for stay unassigned.
 */
export function deal(
  waiting: readonly string[],
  colleagues: readonly Colleague[],
): { conversationId: string; operatorId: string }[] {
  const free = colleagues.filter(({ isOn }) => isOn).map((one) => ({ ...one }));
  return waiting.flatMap((conversationId) => {
    const [next] = free.filter(({ has, capacity }) => has < capacity).sort(byTurn);
    if (!next) return [];
    next.has += 1;
    return [{ conversationId, operatorId: next.operatorId }];
  });
}

const byTurn = (one: Colleague, other: Colleague) =>
  one.has - other.has ||
  (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0) ||
  one.operatorId.localeCompare(other.operatorId);
