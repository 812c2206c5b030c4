import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Push,
  PushError,
  type PushItem,
  readPushBody,
  verifyRequest,
} from "@meetbot/protocol";

/** One request that came, as far as tests ask about it. */
export interface Knock {
  id: string;
  timestamp: string;
  headers: IncomingMessage["headers"];
  url: string;
  body: string;
}

/** A small Meetbot that takes pushes and tells nobody. */
export interface PushDoorServer extends AsyncDisposable {
  url: string;
  knocks: Knock[];
  pushes: Map<string, Push>;
  /** What the next requests get instead of an answer. `cut`: the connection ends. */
  troubles: ({ status: number; retryAfter?: string } | "cut")[];
  /** Ids whose pushes cannot be taken for now. */
  full: Set<string>;
}

/** Starts one that knows the bot `bot_1` by these secrets. It verifies and reads as the protocol does. */
export async function startPushDoor(...secrets: string[]): Promise<PushDoorServer> {
  const texts = new Map<string, string>();
  const knocks: Knock[] = [];
  const troubles: PushDoorServer["troubles"] = [];
  const pushes = new Map<string, Push>();
  const full = new Set<string>();

  function accept(item: PushItem): [status: number, answer: object] {
    if ("error" in item) return refuse(item.error, item.id);
    const { push, text } = item;
    if (full.has(push.id)) return refuse(new PushError("too_many", "", "Send it later."), push.id);
    const known = pushes.has(push.id) ? texts.get(push.id) : undefined;
    if (known !== undefined && known !== text) {
      return refuse(new PushError("other_body", "", "This id is another push's."), push.id);
    }
    texts.set(push.id, text);
    pushes.set(push.id, push);
    const repeated = known !== undefined && { repeated: true };
    const recipients = push.method === "test" ? 0 : 1;
    const told = { id: push.id, recipients, status: "accepted", ...repeated };
    return [202, { success: true, object: "push", ...told }];
  }

  function answer(knock: Knock, method: string): [status: number, answer: object] {
    const { body, headers, url } = knock;
    if (!verifyRequest({ body, headers, secrets }).valid) {
      return refuse(new PushError("bad_signature", "", "The signature is wrong."));
    }
    if (method === "GET" && pushes.has(knock.id) && url === `/push/bot_1/${knock.id}`) {
      const at = "1793507200";
      const recipients = [
        { channel: "web_chat", state: "sent", at },
        { channel: "messenger", state: "skipped", because: "window_closed", at },
      ];
      return [200, { success: true, object: "push", id: knock.id, recipients }];
    }
    if (method !== "POST" || url !== "/push/bot_1") {
      return refuse(new PushError("unknown_bot", "", "There is no such bot or push."));
    }
    const { isBatch, items } = readPushBody(body);
    const answers = items.map(accept);
    if (!isBatch) return answers[0] ?? refuse(new PushError("no_params", "", "Nothing."));
    return [202, { success: true, object: "pushes", pushes: answers.map(([, one]) => one) }];
  }

  const server = createServer(async (request, response) => {
    const knock = await toKnock(request);
    knocks.push(knock);
    const trouble = troubles.shift();
    if (trouble === "cut") return request.socket.destroy();
    if (trouble !== undefined) {
      const { status, retryAfter } = trouble;
      response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter });
      return response.end();
    }
    respond(response, () => answer(knock, request.method ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    knocks,
    pushes,
    troubles,
    full,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function toKnock(request: IncomingMessage): Promise<Knock> {
  const { headers, url = "" } = request;
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const [id, timestamp] = [headers["webhook-id"], headers["webhook-timestamp"]].map(String);
  return { id: id ?? "", timestamp: timestamp ?? "", headers, url, body };
}

function respond(response: ServerResponse, answer: () => [number, object]): void {
  let told: [number, object];
  try {
    told = answer();
  } catch (error) {
    if (!(error instanceof PushError)) throw error;
    told = refuse(error);
  }
  response.writeHead(told[0], { "content-type": "application/json" }).end(JSON.stringify(told[1]));
}

function refuse(error: PushError, id?: string): [status: number, answer: object] {
  const { number: code, message, status } = error;
  return [status, { success: false, ...(id !== undefined && { id }), error: { code, message } }];
}
