import type { ConversationRef } from "../../../model/conversation/conversation-ref.ts";
import type { Store } from "../../../store/store.ts";
import { namesOfIds, serializePerson } from "./serialize-inbox.ts";

/** Tells who took a conversation, gave it back and closed it. */
export async function describeMoves(
  { desk, operators }: Pick<Store, "desk" | "operators">,
  ref: ConversationRef,
) {
  const moves = await desk.moves(ref);
  const names = await namesOfIds(operators)(moves.flatMap(({ by }) => by ?? []));
  return moves.map(({ at, by, ...move }) => ({
    ...move,
    at: at.toISOString(),
    by: by === null ? null : serializePerson(by, names),
  }));
}
