import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { hashToken, newToken } from "../../secrets/token.ts";
import type { Store } from "../../store/store.ts";

/** What tests look at in an answer of the inbox. */
interface Told {
  code: string;
  since: string;
  holder: string;
  held_by: { operator_id: string } | null;
  unanswered: boolean;
  data: { conversation_id: string }[];
}

/** A person of the shop who answers a bot's customers over the API. */
export async function createAda({ store, url }: { store: Store; url: string }, botId: string) {
  const ada = await store.operators.create({
    ...{ name: "Ada", email: `${randomUUID()}@shop.example`, administrator: true },
  });
  const token = newToken();
  await store.operators.database
    .insertInto("apiTokens")
    .values({
      ...{ tokenId: token.slice(0, 9), tokenHash: hashToken(token), operatorId: ada.id },
      ...{ name: "script", scopes: ["inbox:read", "inbox:write"], botId: null, expiresAt: null },
    })
    .execute();
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/api/v1/bots/${botId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Told };
  };
  const of = (conversationId: string) => `/conversations/${conversationId}`;
  return {
    id: ada.id,
    /** How a conversation stands in the inbox. */
    sees: async (id: string) => (await call("GET", `${of(id)}/desk`)).body,
    lists: async (view: string) =>
      (await call("GET", `/inbox?view=${view}`)).body.data.map((row) => row.conversation_id),
    tries: (id: string, text: string, how: object = {}) =>
      call("POST", `${of(id)}/messages`, { text, ...how }),
    async says(id: string, text: string, how: object = {}) {
      const said = await this.tries(id, text, how);
      assert.equal(said.status, 200, JSON.stringify(said.body));
    },
    async givesBack(id: string) {
      assert.equal((await call("POST", `${of(id)}/release`, {})).status, 200);
    },
  };
}
