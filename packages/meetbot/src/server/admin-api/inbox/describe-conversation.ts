import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Store } from "../../../store/store.ts";
import { notFound } from "../http/api-error.ts";
import {
  namesOfIds,
  namesOfPeople,
  serializeInboxRow,
  serializePerson,
} from "./serialize-inbox.ts";

/** Describes one conversation as the inbox shows it. Throws a 404 where there is none. */
export async function describeConversation(
  { desk, operators }: Pick<Store, "desk" | "operators">,
  ref: ConversationRef,
): Promise<ReturnType<typeof serializeInboxRow>> {
  const row = await desk.find(ref);
  if (!row) throw notFound("conversation");
  return serializeInboxRow(row, await namesOfPeople(operators)([row]));
}

/** Returns who took a conversation, who gave it back and who closed it. */
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
