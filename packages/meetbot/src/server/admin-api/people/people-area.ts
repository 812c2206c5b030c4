import type { Author } from "@meetbot/model/operator.ts";
import type { DeskUpkeep } from "../../../operations/desk/desk-upkeep.ts";
import type { Store } from "../../../store/store.ts";
import type { ApiCaller } from "../http/caller.ts";

export interface PeopleAreaDeps extends Pick<Store, "operators" | "exportAudit"> {
  deskUpkeep: DeskUpkeep;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
}

/** Returns the author of the caller's changes to people. */
export function authorOf({ operator, actor }: ApiCaller): Author {
  return { operatorId: operator?.id ?? null, actor };
}
