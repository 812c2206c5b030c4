import { type Role, roles, scopes } from "@meetbot/model/operator.ts";
import { hashToken, newToken } from "../../src/secrets/token.ts";
import type { LadderNode } from "./start-ladder.ts";

/** Somebody with each role, on every shop that they are let in to. */
export interface Operators {
  letIn(botId: string): Promise<void>;
  /** Calls a route below a bot's, as `GET /inbox`. */
  call(role: Role, botId: string, route: string, body?: object): Promise<Response>;
}

/** Makes them, with a token each that may all that its role may. */
export async function createOperators({ store, url }: LadderNode): Promise<Operators> {
  const { operators } = store;
  const known = new Map<Role, { id: string; token: string }>();
  for (const role of roles) {
    const email = `${role}@shop.example`;
    const { id } = await operators.create({ name: role, email, administrator: false });
    const token = newToken();
    const row = { tokenId: token.slice(0, 9), tokenHash: hashToken(token), operatorId: id };
    await operators.database
      .insertInto("apiTokens")
      .values({ ...row, name: role, scopes: [...scopes], botId: null, expiresAt: null })
      .execute();
    known.set(role, { id, token });
  }
  return {
    async letIn(botId) {
      for (const [role, { id }] of known) await operators.grantRole(botId, id, role);
    },
    call(role, botId, route, body) {
      const [method = "GET", path = ""] = route.split(" ");
      return fetch(`${url}/api/v1/bots/${botId}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${known.get(role)?.token}`,
          "content-type": "application/json",
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    },
  };
}
