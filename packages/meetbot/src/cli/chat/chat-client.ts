import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { WorkChallenge } from "../../platform/limits/proof-of-work.ts";
import { readEvents } from "./event-stream.ts";
import { solveWork } from "./solve-work.ts";

/** A message of a conversation, as the chat routes return it. */
export type ChatMessage =
  | { seq: number; from: "bot"; reply: VisibleReply }
  | { seq: number; from: "person"; name: string; reply: VisibleReply }
  | { seq: number; from: "customer"; id: string; text: string };

/** How soon a cut stream is opened again. */
const reconnectAfterMs = 1000;

export interface ChatClient {
  say(content: { text: string } | { payload: string }): Promise<void>;
  /** Yields all messages and typing notices as they arrive; reconnects by itself after a lost connection. */
  messages(signal: AbortSignal): AsyncGenerator<ChatMessage | "typing">;
}

/** While many customers request codes, a response asks for a proof of work. */
interface Asked {
  challenge?: WorkChallenge;
}

/** A conversation's key, and the controller that ends its stream when another conversation replaces it. */
interface Seat {
  headers: { authorization: string };
  left: AbortController;
}

/**
 * Opens a conversation with a bot over the web-chat routes, as any page would. A conversation without messages expires
 * after an hour: a message sent after that opens another one unnoticed. Throws a {@link CommandError} if the server
 * refuses or cannot be reached.
 */
export async function openChat(
  serverUrl: string,
  botId: string,
  wishes: { locale: string; identity?: string },
): Promise<ChatClient> {
  const base = `${serverUrl}/chat/${encodeURIComponent(botId)}`;
  let asked: WorkChallenge | undefined;
  const open = async (): Promise<Seat> => {
    const opened = await accepted(await post(`${base}/conversations`, {}, wishes));
    const { token, challenge } = (await opened.json()) as { token: string } & Asked;
    asked = challenge;
    return { headers: { authorization: `Bearer ${token}` }, left: new AbortController() };
  };
  let seat = open();
  let lastId = "";
  let hasSaid = false;
  /** Runs once per conversation, whichever call first notices that it is gone. */
  const beginAgain = async (gone: Promise<Seat>) => {
    if (seat !== gone) return;
    lastId = "";
    seat = open();
    (await gone).left.abort();
  };
  await seat;
  return {
    async say(content) {
      const message = { id: randomUUID(), ...content };
      const send = async (to: Seat) => {
        const work = asked ? solveWork(asked) : {};
        return post(`${base}/messages`, { ...to.headers, ...work }, message);
      };
      const first = seat;
      let response = await send(await first);
      if (response.status === 401 && !hasSaid) {
        await beginAgain(first);
        response = await send(await seat);
      }
      asked = ((await (await accepted(response)).json()) as Asked).challenge;
      hasSaid = true;
    },
    async *messages(signal) {
      while (!signal.aborted) {
        const followed = seat;
        const { headers, left } = await followed;
        const resume = { ...headers, ...(lastId ? { "last-event-id": lastId } : {}) };
        const cut = AbortSignal.any([signal, left.signal]);
        try {
          const response = await fetch(`${base}/events`, { headers: resume, signal: cut });
          if (response.status === 401 && followed === seat) {
            if (hasSaid) throw new CommandError("The conversation has ended.");
            await beginAgain(followed);
          }
          if (response.status === 429) await delay(waitMs(response), undefined, { signal: cut });
          for await (const { event, id, data } of readEvents(response.body ?? emptyBody())) {
            lastId = id ?? lastId;
            if (event === "typing") yield event;
            if (event === "message") yield toMessage(JSON.parse(data));
          }
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof CommandError) throw error;
        }
        await delay(reconnectAfterMs, undefined, { signal }).catch(() => {});
      }
    },
  };
}

/** A reply's language and author travel beside it; the code that draws it needs them together. */
function toMessage({ locale, ...message }: ChatMessage & { locale?: Locale }): ChatMessage {
  if (message.from === "customer") return message;
  const reply = { ...message.reply, locale: locale ?? "en" };
  const typed = message.from === "person" && reply.kind === "text";
  return { ...message, reply: typed ? { ...reply, person: { name: message.name } } : reply };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

async function post(url: string, headers: Record<string, string>, body: object): Promise<Response> {
  let response = await ask(url, headers, body);
  while (response.status === 429) {
    await delay(waitMs(response));
    response = await ask(url, headers, body);
  }
  return response;
}

async function ask(url: string, headers: Record<string, string>, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new CommandError(
      `No Meetbot answers at ${new URL(url).origin}. Start one (npm start), or say where it runs: --url.`,
    );
  }
}

/** Returns how long to wait after too many requests, as the server specifies. */
function waitMs({ headers }: Response): number {
  const seconds = Number(headers.get("retry-after"));
  return seconds > 0 ? seconds * 1000 : reconnectAfterMs;
}

/** Returns an accepted response; otherwise throws with the reason for the refusal. */
async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const refused = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
  const reason = refused.error?.message?.replaceAll("\n", " ") ?? `It answered ${response.status}.`;
  throw new CommandError(
    `Asked at ${new URL(response.url).origin} (another address: --url). ${reason}`,
  );
}
