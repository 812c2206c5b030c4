import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret } from "@meetbot/protocol";
import type { LookUps } from "@meetbot/sdk";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { lookUpsOf, type OwnShop, startOwnShop } from "../../../test/fixtures/own-shop.ts";
import { createShopper, type Shopper } from "../../../test/fixtures/shopper.ts";
import { toConnection } from "../../channels/messenger/page.ts";
import {
  type GraphSimulator,
  type SimulatorOptions,
  startGraphSimulator,
} from "../../graph-simulator/start-graph-simulator.ts";
import type { AnsweredCall, SentMessage } from "../../graph-simulator/state.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";
import type { ServerOptions } from "../start-server.ts";

export const app = { id: "1517776481860111", secret: "an app secret" };
export const page = { id: "1029384756", name: "A shop", token: "a page token" };
export const verifyToken = "a verify token";

/** No answer takes longer, on a busy machine. */
const patienceMs = 60_000;

export const botId = "bot_messenger";

/** Meta's side on this machine, with one page. */
export async function startGraph(
  t: TestContext,
  options: Pick<SimulatorOptions, "onCall"> = {},
): Promise<GraphSimulator> {
  const graph = await startGraphSimulator({ app, pages: [page], ...options });
  t.after(() => graph.close());
  return graph;
}

/** A shop, its bot on Messenger, and Meta's side of it. */
export async function startMessenger(
  t: TestContext,
  options: Partial<ServerOptions> = {},
  slowed: (lookUps: LookUps) => LookUps = (lookUps) => lookUps,
  settings: Partial<Bot> = {},
) {
  const shopper = createShopper("yilia");
  const shop: OwnShop = await startOwnShop(t, slowed(lookUpsOf([shopper])));
  const calls: AnsweredCall[] = [];
  const graph = await startGraph(t, { onCall: (call) => calls.push(call) });
  const signingSecret = newSecret();
  const identitySecret = newSecret();
  shop.serve(signingSecret);
  const server = await startTestServer(
    t,
    {
      apiUrls: { messenger: graph.url },
      outboundAllow: () => parseAllowList(["127.0.0.1"]),
      ...options,
    },
    async ({ store }) => {
      const own = { ...bot, ...settings, id: botId, endpoint: shop.endpoint };
      await store.bots.create(own, { signingSecret, identitySecret });
      await store.channels.links.connect(
        botId,
        toConnection({
          ...{ pageId: page.id, appId: app.id, token: page.token },
          ...{ appSecret: app.secret, verifyToken },
        }),
      );
    },
  );
  const webhook = `${server.url}/channels/messenger/${botId}`;
  graph.page(page.id).subscribedFields = ["messages", "message_echoes"];
  assert.equal(await graph.connectWebhook({ url: webhook, verifyToken }), true);
  return {
    ...server,
    graph,
    /** Of Graph, as they were answered. */
    calls,
    shop,
    shopper: shopper as Shopper,
    webhook,
    identitySecret,
    signingSecret,
  };
}

export type Messenger = Awaited<ReturnType<typeof startMessenger>>;

/** Someone who writes to the page, and reads what comes in order. */
export function createUser(graph: GraphSimulator, id = randomBytes(6).toString("hex")) {
  let read = 0;
  const received = () => graph.sent.filter(({ user }) => user === id);
  const user = {
    id,
    received,
    act: (item: object, options?: { copies?: number }) => graph.act(page.id, id, item, options),
    write: (text: string, mid = newMid()) => user.act({ message: { mid, text } }),
    tap: (payload: string) =>
      user.act({ message: { mid: newMid(), text: "…", quick_reply: { payload } } }),
    press: (payload: string) => user.act({ postback: { mid: newMid(), title: "…", payload } }),
    /** The next messages that were not read yet; one too many shows up in the next reading. */
    async reads(count: number): Promise<SentMessage[]> {
      await eventually(patienceMs, async () =>
        assert(received().length >= read + count, `${received().length - read} of ${count} came`),
      );
      read += count;
      return received().slice(read - count, read);
    },
    /** Nothing that was not read yet has come. */
    hasReadAll: () => assert.equal(received().length, read),
  };
  return user;
}

export function newMid(): string {
  return `m_${randomBytes(8).toString("hex")}`;
}

export function textOf({ message }: SentMessage): string {
  return String(message.text ?? "");
}

interface SentQuickReply {
  content_type: string;
  title?: string;
  payload?: string;
}

export function quickRepliesOf({ message }: SentMessage): SentQuickReply[] {
  return (message.quick_replies ?? []) as SentQuickReply[];
}

/** The payload of the quick reply with a title. */
export function payloadOf(message: SentMessage, title: string): string {
  const all = quickRepliesOf(message);
  const found = all.find((one) => one.title === title);
  assert(found?.payload, `${title} is none of: ${all.map((one) => one.title).join(", ")}`);
  return found.payload;
}

export function templateOf({ message }: SentMessage): Record<string, unknown> {
  const { attachment } = message as { attachment?: { payload: Record<string, unknown> } };
  assert(attachment, `no template: ${JSON.stringify(message)}`);
  return attachment.payload;
}
