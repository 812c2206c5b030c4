import { accountRoutes } from "@meetbot/admin-api/contract/account.ts";
import { maxPublicNameLength } from "@meetbot/admin-api/limits/name-rules.ts";
import { passwordTooEasy } from "@meetbot/admin-api/limits/password-rules.ts";
import type { Operator } from "@meetbot/model/operator.ts";
import { type PublicNameFault, readPublicName } from "../../../operations/desk/public-name.ts";
import type { Store } from "../../../store/store.ts";
import type { SignIn } from "../../sign-in/create-sign-in.ts";
import { isEasyPassword } from "../../sign-in/is-easy-password.ts";
import { readPasswordRefusal, retryPasswordAfterS } from "../../sign-in/refuse-sign-in.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError } from "../http/api-error.ts";
import { serializeMe } from "../session/serialize-me.ts";
import { mountPasskeys } from "./mount-passkeys.ts";
import { mountSessions } from "./mount-sessions.ts";
import { mountTokens } from "./mount-tokens.ts";
import { ownAccount, ownSession } from "./own-account.ts";

export interface AccountAreaDeps extends Pick<Store, "operators" | "access"> {
  signIn: SignIn;
  version: string;
}

/** Mounts the routes for the operator's own account. Changes require a session; a token cannot make them. */
export function mountAccount(admin: AdminApp, deps: AccountAreaDeps): void {
  const { mount } = admin;
  const { operators, access, signIn } = deps;

  mount(accountRoutes.rename, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { name = operator.name, public_name: given } = c.req.valid("json");
    // Validates the public name first: if one of two changes is refused, neither is made.
    const chosen = given === undefined ? undefined : orRefuse(readPublicName(given ?? ""));
    if (chosen !== undefined) await changePublicName(deps, operator, chosen);
    if (name !== operator.name) {
      await access.rename(operator.id, name);
      await operators.record(operator.email, "name_changed", { from: operator.name, to: name });
    }
    return c.json(
      await serializeMe({ ...c.get("caller"), operator: { ...operator, name } }, deps),
      200,
    );
  });

  mount(accountRoutes.readPassword, async (c) => {
    const { id } = ownAccount(c.get("caller"));
    return c.json(await explainPassword(deps, id), 200);
  });

  mount(accountRoutes.setPassword, async (c) => {
    const { operator, sessionId } = ownSession(c.get("caller"));
    const { password } = c.req.valid("json");
    if (isEasyPassword(password, operator)) {
      throw new ApiError(422, "password_too_easy", passwordTooEasy);
    }
    const { password: hasher } = await signIn.$context;
    const hash = await hasher.hash(password).catch((error: unknown) => {
      const refused = readPasswordRefusal(error);
      if (refused === null) throw error;
      c.header("Retry-After", String(retryPasswordAfterS));
      throw new ApiError(429, "too_many_passwords", refused);
    });
    const input = { operatorId: operator.id, hash, keptSessionId: sessionId };
    const ended = await access.setPassword(input);
    await operators.record(operator.email, "password_changed", { ended_sessions: ended });
    return c.json(
      { password: await explainPassword(deps, operator.id), ended_sessions: ended },
      200,
    );
  });

  mountPasskeys(admin, deps);
  mountSessions(admin, deps);
  mountTokens(admin, deps);
}

async function changePublicName(
  { access, operators }: AccountAreaDeps,
  { id, email }: Operator,
  to: string | null,
): Promise<void> {
  const from = (await operators.namesOf(id))?.publicName ?? null;
  if (from === to) return;
  await access.setPublicName(id, to);
  await operators.record(email, "public_name_changed", { from, to });
}

/** Returns the name; throws an {@link ApiError} with the reason if customers must not see the name. */
function orRefuse(read: ReturnType<typeof readPublicName>): string | null {
  if ("name" in read) return read.name;
  throw new ApiError(422, "invalid_public_name", faults[read.fault], [
    { pointer: "/public_name", message: faults[read.fault] },
  ]);
}

const faults: Record<PublicNameFault, string> = {
  too_long: `Nothing is changed. Customers read a name of ${maxPublicNameLength} characters at most.`,
  address:
    "Nothing is changed. Chats would make a link of this name. Leave out the address of the page, or put a space behind the dot.",
};

async function explainPassword({ access }: AccountAreaDeps, operatorId: string) {
  const password = await access.passwordOf(operatorId);
  return { is_set: password !== null, changed_at: password?.changedAt.toISOString() ?? null };
}
