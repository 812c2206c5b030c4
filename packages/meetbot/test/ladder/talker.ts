import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readStream } from "../fixtures/event-stream.ts";

/** A button that was offered. */
export interface Offered {
  title: string;
  payload: string;
}

/** One message as it came over a stream. */
export interface CameOver {
  seq: number;
  from: string;
  data: string;
  reply: { text?: string; choices?: Offered[] } & Record<string, unknown>;
}

/** A customer who chats over HTTP, with a stream that is read as it arrives. */
export interface Talker {
  conversationId: string;
  offered: Offered[];
  /** Says or taps something, and waits until something came back. */
  send(content: { text: string } | { payload: string }): Promise<void>;
  /** Reads the whole conversation again, as a page that is opened anew does. */
  readAgain(): Promise<CameOver[]>;
  ask(path: string, method: string, body?: object): Promise<Response>;
  leave(): void;
}

/** A turn takes some milliseconds. */
const patienceMs = 1_500;

/** Where somebody sits: whose token opens the conversation, and from where. */
export interface Seat {
  url: string;
  botId: string;
  network: string;
  conversationId: string;
  token: string;
}

/** Opens a conversation from a network of its own. */
export async function openSeat(
  { url, botId, network }: Pick<Seat, "url" | "botId" | "network">,
  body: object,
): Promise<Seat> {
  const opened = await fetch(`${url}/chat/${botId}/conversations`, {
    ...{ method: "POST", headers: headersOf(network), body: JSON.stringify(body) },
  });
  assert.equal(opened.status, 201, await opened.clone().text());
  const { conversation_id, token } = (await opened.json()) as Record<string, string>;
  return { url, botId, network, conversationId: conversation_id!, token: token! };
}

const headersOf = (network: string) => ({
  "content-type": "application/json",
  "x-forwarded-for": network,
});

/** Follows a conversation; `onMessage` gets each message that comes. */
export async function openTalker(
  { url, botId, network, conversationId, token }: Seat,
  onMessage: (message: CameOver) => void,
): Promise<Talker> {
  const base = `${url}/chat/${botId}`;
  const own = { ...headersOf(network), authorization: `Bearer ${token}` };
  const left = new AbortController();
  let offered: Offered[] = [];
  let holder = "bot";
  let arrived = () => {};
  const hear = (message: CameOver) => {
    onMessage(message);
    // Where a person answers, nothing else comes.
    if (message.from === "customer") return holder === "bot" ? undefined : arrived();
    offered = message.reply.choices ?? offered;
    arrived();
  };
  const follow = async (signal: AbortSignal, each: (message: CameOver) => void) => {
    const response = await fetch(`${base}/events`, { headers: own, signal });
    assert.equal(response.status, 200);
    for await (const { event, data } of readStream(response)) {
      if (event === "state") holder = JSON.parse(data).holder;
      if (event !== "message") continue;
      const { seq, from, reply } = JSON.parse(data);
      each({ seq, from, reply, data });
    }
  };
  const ended = () => {};
  void follow(left.signal, hear).catch(ended);
  const something = () =>
    new Promise<void>((resolve) => {
      const late = setTimeout(resolve, patienceMs);
      arrived = () => {
        clearTimeout(late);
        // The rest of the turn is in the same chunk.
        setImmediate(resolve);
      };
    });
  await something();
  return {
    conversationId,
    get offered() {
      return offered;
    },
    async send(content) {
      const came = something();
      const response = await fetch(`${base}/messages`, {
        ...{ method: "POST", headers: own, body: JSON.stringify({ id: randomUUID(), ...content }) },
      });
      assert.equal(response.status, 202, await response.text());
      await came;
    },
    async readAgain() {
      const all: CameOver[] = [];
      const enough = new AbortController();
      await follow(AbortSignal.any([enough.signal, AbortSignal.timeout(patienceMs)]), (message) => {
        all.push(message);
        setImmediate(() => enough.abort());
      }).catch(ended);
      return all;
    },
    ask: (path, method, sent) =>
      fetch(`${base}${path}`, {
        ...{ method, headers: own },
        ...(sent && { body: JSON.stringify(sent) }),
      }),
    leave: () => left.abort(),
  };
}
