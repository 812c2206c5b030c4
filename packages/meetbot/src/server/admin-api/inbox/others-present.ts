import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Store } from "../../../store/store.ts";
import { namesOfIds, serializePerson } from "./serialize-inbox.ts";

/** Returns the other operators who have a conversation open, besides the caller. */
export async function othersPresent(
  { watchers, operators }: Pick<Store, "watchers" | "operators">,
  ref: ConversationRef,
  operatorId: string | null,
) {
  const others = (await watchers.list(ref)).filter((one) => one.operatorId !== operatorId);
  const names = await namesOfIds(operators)(others.map((one) => one.operatorId));
  return others.map((one) => ({
    ...serializePerson(one.operatorId, names),
    writing: one.isWriting,
  }));
}
