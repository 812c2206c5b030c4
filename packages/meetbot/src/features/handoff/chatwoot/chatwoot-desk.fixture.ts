import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { type DeskAnswer, deskRoutes } from "./desk-routes.fixture.ts";
import { createDeskState, type DeskMessage } from "./desk-state.fixture.ts";
import { deskWebhooks } from "./desk-webhooks.fixture.ts";

/** What goes wrong with a call: before it is taken, or, with `taken`, after. */
export type Trouble =
  | { kind: "status"; status: number; html?: boolean; retryAfterS?: number }
  /** What no Chatwoot says, but somebody in its place might. */
  | { kind: "says"; text: string }
  /** `none`: this call goes well. */
  | { kind: "none" | "dropped" | "garbled" | "taken" };

/**
 * A Chatwoot with one account, one API inbox and one person's token, as strict as its published description:
 * what it does not describe is refused, by the status and in the form in which Chatwoot refuses.
 */
export async function startChatwoot(t: TestContext, { enforcesIdentity = false } = {}) {
  const state = createDeskState();
  const webhooks = deskWebhooks(state);
  const routes = deskRoutes(state, webhooks.tell, enforcesIdentity);
  const troubles: Trouble[] = [];
  const calls: string[] = [];
  let isDown = false;

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    calls.push(`${request.method} ${request.url}`);
    if (isDown) return void request.socket.destroy();
    const trouble = troubles.shift();
    if (trouble?.kind === "dropped") return void request.socket.destroy();
    if (trouble?.kind === "garbled") {
      return void response.writeHead(200, { "content-type": "text/html" }).end(signInPage);
    }
    if (trouble?.kind === "says") {
      return void response.writeHead(200, { "content-type": "application/json" }).end(trouble.text);
    }
    if (trouble?.kind === "status") return void troubled(response, trouble);
    const answer = routes(request, body);
    // Taken, and nobody hears of it.
    if (trouble?.kind === "taken") return void request.socket.destroy();
    send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    calls,
    webhooks,
    /** The next calls meet these, one each; then all is well. */
    trouble: (...next: Trouble[]) => void troubles.push(...next),
    setDown: (down: boolean) => {
      isDown = down;
    },
    /** What stands in a conversation, as the desk's people read it. */
    read: (conversation: number) =>
      (state.conversations.get(conversation)?.messages ?? []).map(shown),
  };
}

const signInPage = "<!DOCTYPE html><title>Sign in</title>";

function shown({ message_type: type, private: isPrivate, content }: DeskMessage): string {
  return `${isPrivate ? "note" : ["customer", "agent", "system"][type]}: ${content}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function troubled(
  response: ServerResponse,
  { status, html, retryAfterS }: Extract<Trouble, { kind: "status" }>,
): void {
  // As Rack::Attack and Rails answer themselves.
  const words = status === 429 ? "Retry later\n" : '{"status":500,"error":"Internal Server Error"}';
  response.writeHead(status, {
    "content-type": html ? "text/html" : status === 429 ? "text/plain" : "application/json",
    ...(retryAfterS !== undefined && { "retry-after": String(retryAfterS) }),
  });
  response.end(html ? "<!DOCTYPE html><title>We're sorry</title>" : words);
}

function send(response: ServerResponse, { status, json, html }: DeskAnswer): void {
  const type = html === undefined ? "application/json; charset=utf-8" : "text/html";
  response.writeHead(status, { "content-type": type }).end(html ?? JSON.stringify(json));
}
