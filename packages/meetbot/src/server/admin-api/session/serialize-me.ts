import { publicNameOf } from "../../../operations/desk/public-name.ts";
import type { Operators } from "../../../store/operators/operators.ts";
import type { ApiCaller } from "../http/caller.ts";

/** Returns the caller's identity as the admin API shows it. A token for one bot shows no role on another. */
export async function serializeMe(
  { operator, administrator, via, byProvider, lacksSecondFactor, onlyBot }: ApiCaller,
  { operators, version }: { operators: Operators; version: string },
) {
  const roles = operator ? await operators.rolesOf(operator.id) : [];
  const shown = roles.filter(({ botId }) => onlyBot === null || onlyBot === botId);
  return {
    operator: operator && {
      id: operator.id,
      name: operator.name,
      email: operator.email,
      ...(await serializePublicName(operators, operator)),
    },
    administrator,
    via,
    by_provider: byProvider,
    lacks_second_factor: lacksSecondFactor,
    roles: shown.map(({ botId, role }) => ({ bot_id: botId, role })),
    version,
  };
}

async function serializePublicName(
  operators: Operators,
  { id, name }: NonNullable<ApiCaller["operator"]>,
) {
  const publicName = (await operators.namesOf(id))?.publicName ?? null;
  return {
    public_name: publicName,
    default_public_name: publicNameOf({ name, publicName: null }, "en"),
  };
}
