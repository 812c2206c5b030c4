import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { commitOneTurn } from "../../../store/logs/log.fixture.ts";
import type { Turn } from "../../../store/mailbox/turn.ts";
import { bot, openConversation } from "../../../store/store.fixture.ts";
import type { ServerOptions } from "../../start-server.ts";
import { otherBot, startAccounts } from "../account/account.fixture.ts";
import { json } from "../call-admin.fixture.ts";

/** A customer asks for a person. */
export const asks = {
  move: { to: "waiting", reason: "asked" },
  personAsked: true,
} as const satisfies Partial<Turn>;

/** A server with a bot whose customer `one` waits for a person, and agents, one of them another bot's. */
export async function startInbox(t: TestContext, options: Partial<ServerOptions> = {}) {
  const server = await startAccounts(t, options);
  const { store, call, makeOperator, signIn, url } = server;
  const [ada, bo, viewer] = [
    await makeOperator("ada", "agent"),
    await makeOperator("bo", "editor"),
    await makeOperator("viewer", "viewer"),
  ];
  const eve = await store.operators.create({
    ...{ name: "eve", email: "eve@other.example", administrator: false },
  });
  await store.operators.grantRole(otherBot.id, eve.id, "owner");
  const cookies = {
    ada: await signIn(ada.id),
    bo: await signIn(bo.id),
    viewer: await signIn(viewer.id),
    eve: await signIn(eve.id),
  };
  type Who = keyof typeof cookies;
  const open = async (conversationId: string, turn: Partial<Turn> = asks, botId = bot.id) => {
    const ref = await openConversation(store, { conversationId, botId });
    await commitOneTurn(store, ref, turn);
    return ref;
  };
  const one = await open("one");
  /** Calls a route of the bot; `{one}` in it is the conversation. */
  const ask = (who: Who, route: string, body?: object, headers: Record<string, string> = {}) => {
    const [method, path = ""] = route.split(" ");
    const whole = `/bots/${bot.id}${path.replace("{one}", "/conversations/one")}`;
    return call(cookies[who], `${method} ${whole}`, body, headers);
  };
  return {
    ...server,
    ...{ ada, bo, eve, viewer, cookies, open, one, ask },
    /** The same, and what it says. */
    async tell(who: Who, route: string, body?: object, headers: Record<string, string> = {}) {
      const response = await ask(who, route, body, headers);
      const text = await response.text();
      assert(response.ok, `${route}: ${response.status} ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    async refused(who: Who, route: string, body?: object) {
      const response = await ask(who, route, body);
      assert(!response.ok, `${route}: ${response.status}`);
      return [response.status, (await json(response)).code];
    },
    /** Follows the inbox, as a browser does. */
    follow: (who: Who, signal: AbortSignal, botId = bot.id) =>
      fetch(`${url}/api/v1/bots/${botId}/inbox/events`, {
        headers: { Cookie: cookies[who] },
        signal,
      }),
  };
}
