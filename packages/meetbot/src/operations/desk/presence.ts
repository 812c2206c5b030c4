import type { AgentOnDuty, OwnPresence } from "@meetbot/model/desk/presence.ts";
import type { Store } from "../../store/store.ts";

/** The agents on duty for a bot, and the caller's own presence. */
export interface Duty {
  agents: AgentOnDuty[];
  /** `null` if the user has not set a presence yet or is not an operator. */
  own: OwnPresence | null;
}

/** Lists who is present, for the operator who asks; `null` for the holder of MEETBOT_ADMIN_TOKEN. */
export async function listPresent(
  { presence }: Pick<Store, "presence">,
  botId: string,
  operatorId: string | null,
): Promise<Duty> {
  const [agents, own] = await Promise.all([
    presence.listOn(botId),
    operatorId === null ? null : presence.of(botId, operatorId),
  ]);
  return { agents, own };
}
