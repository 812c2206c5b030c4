import type { TestContext } from "node:test";
import type { Scope } from "@meetbot/model/operator.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import pino from "pino";
import { openShopWays } from "../../../features/connectors/connecting/open-shop-ways.ts";
import { deliver } from "../../../merchant/deliver.ts";
import {
  agent as http,
  SIGNING_SECRET,
  startAnsweringMerchant,
} from "../../../merchant/scripted-merchant.fixture.ts";
import { createAskForBot } from "../../../operations/endpoint/ask-for-bot.ts";
import { createBotCache } from "../../../operations/endpoint/bot-cache.ts";
import { createWatchedCircuits } from "../../../operations/endpoint/watched-circuits.ts";
import { hashToken, newToken } from "../../../secrets/token.ts";
import { bot, openTestStore } from "../../../store/store.fixture.ts";
import { startServer } from "../../start-server.ts";

export const askedBot = { ...bot, id: "bot_listened" };
const log = pino({ level: "silent" });
const question = { method: "orders", orderNumber: "12345678902" } as const;
export const refusal = '{"success":false,"error":{"code":11001,"message":"Order not found"}}';

/** A node that serves the admin API, another one that asks the shop, and a shop that knows no order. */
export async function startListening(t: TestContext) {
  const { store, openAgain, run } = await openTestStore(t);
  const shop = await startAnsweringMerchant(t, refusal);
  const endpoint = shop.endpoint.url;
  const secrets = { signingSecret: SIGNING_SECRET, identitySecret: "identity" };
  await store.bots.create({ ...askedBot, endpoint }, secrets);
  const serve = (port: number) =>
    startServer({
      ...{ store, port, log, mailer: null, host: "127.0.0.1", hosts: null, ownOrigins: () => [] },
      outboundAllow: () => parseAllowList(["127.0.0.1"]),
    });
  let server = await serve(0);
  t.after(() => server.close());
  const { url } = server;

  const other = await openAgain();
  const guard = createEndpointGuard({ allow: () => parseAllowList([]), ownPort: 0 });
  const ways = openShopWays({ store: other, http, guard, log });
  t.after(ways.close);
  const askers = createBotCache(other);
  const askForBot = createAskForBot({
    ...{ askers, agentOf: ways.agentOf, health: other.health, log },
    circuits: createWatchedCircuits(other.health, log),
    recordUsage: (_, { kind }) => used.push(kind),
  });
  const used: string[] = [];
  const ownerOf = async (name: string, botIds: readonly string[], isOwner = true) => {
    const email = `${name}@shop.example`;
    const operator = await store.operators.create({ name, email, administrator: false });
    for (const id of botIds)
      await store.operators.grantRole(id, operator.id, isOwner ? "owner" : "editor");
    return operator;
  };
  const ada = await ownerOf("ada", [bot.id, askedBot.id]);

  async function makeToken(
    scopes: readonly Scope[] = ["webhook:listen"],
    {
      botId = askedBot.id,
      operatorId = ada.id,
    }: { botId?: string | null; operatorId?: string } = {},
  ): Promise<string> {
    const token = `mbt_${newToken()}`;
    await store.operators.database
      .insertInto("apiTokens")
      .values({
        ...{ tokenId: newToken(), tokenHash: hashToken(token), operatorId, botId, name: "listen" },
        ...{ scopes: [...scopes], expiresAt: null },
      })
      .execute();
    return token;
  }

  /** Calls a route of the listener's. */
  async function call(token: string | null, route: string, body?: object, signal?: AbortSignal) {
    const [method = "", path = ""] = route.split(" ");
    const response = await fetch(`${url}/api/v1/bots/${askedBot.id}/listener${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(token !== null && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: tests look into it
    const told: any = text === "" ? null : JSON.parse(text);
    return { status: response.status, code: told?.code, told };
  }

  return {
    ...{ url, store, run, shop, used, makeToken, call, ownerOf },
    /** Asks the shop at the other node, as that node knows the bot at this moment. */
    async ask() {
      const asker = await askers.findFresh(askedBot.id);
      const { answer, delivery } = await askForBot(asker!, question, AbortSignal.timeout(20_000));
      return { kind: answer.kind, outcome: delivery?.outcome, delivery };
    },
    /** The same below what is remembered of answers, with another deadline. */
    async deliverTo(listenerId: string, deadlineMs: number) {
      const asked = { url: endpoint, pageId: "1", signingSecrets: [SIGNING_SECRET] };
      const agent = ways.agentOf(askedBot.id, listenerId);
      const envelope = { id: newToken(), body: "{}" };
      const { outcome } = await deliver(envelope, asked, { agent, deadlineMs });
      return outcome.kind === "failed" ? outcome.reason : outcome.kind;
    },
    async begin(token: string, wish: object = {}): Promise<string> {
      return (await call(token, "POST ", wish)).told.listener_id;
    },
    async restart() {
      await server.close();
      server = await serve(Number(new URL(url).port));
    },
    auditOf: async () =>
      (await store.bots.auditOf(askedBot.id, 20))
        .map(({ actor, action, detail }) => [actor, action, detail.why].filter(Boolean).join(" "))
        .toReversed(),
  };
}
