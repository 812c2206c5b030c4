import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import {
  type DeskConversation,
  type DeskMessage,
  type DeskSender,
  type DeskState,
  deskKeys,
} from "./desk-state.fixture.ts";
import type { TellDesk } from "./desk-webhooks.fixture.ts";

export interface DeskAnswer {
  status: number;
  json?: unknown;
  html?: string;
}

type Fields = Record<string, unknown>;

const error = (status: number, words: string): DeskAnswer => ({ status, json: { error: words } });
const notFound = error(404, "Resource could not be found");
/** Rails, where no route is. */
const noRoute: DeskAnswer = { status: 404, html: "<!DOCTYPE html><title>404</title>" };
const serverError: DeskAnswer = {
  ...{ status: 500, json: { status: 500, error: "Internal Server Error" } },
};
const maxContentLength = 150_000;

/** Which fields a body may have, and of which type; Chatwoot passes over others, and a test is not to miss them. */
const bodies = {
  contact: {
    ...{ source_id: "string", identifier: "string", identifier_hash: "string" },
    ...{ email: "string", name: "string", custom_attributes: "object" },
  },
  conversation: { custom_attributes: "object" },
  message: {
    ...{ content: "string", message_type: "string", private: "boolean", source_id: "string" },
    ...{ content_type: "string", content_attributes: "object", echo_id: "string" },
  },
  status: { status: "string" },
};

/** What is wrong with a request's body; `null`: nothing. */
function wrong(request: IncomingMessage, text: string, of: keyof typeof bodies): DeskAnswer | null {
  if (!String(request.headers["content-type"]).startsWith("application/json")) {
    return error(415, "Unsupported Media Type");
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return error(400, "Error occurred while parsing request parameters");
  }
  const types: Record<string, string> = bodies[of];
  for (const [name, value] of Object.entries(body as Fields)) {
    if (types[name] === undefined) return error(400, `${name} is not described`);
    if (typeof value !== types[name]) return error(400, `${name} is no ${types[name]}`);
  }
  return null;
}

/** Why somebody does not come into an account; `null`: they do. */
function signIn(request: IncomingMessage, account: string | undefined): DeskAnswer | null {
  const { api_access_token: token } = request.headers;
  if (token === undefined) {
    const errors = ["You need to sign in or sign up before continuing."];
    return { status: 401, json: { errors } };
  }
  if (token !== deskKeys.token) return error(401, "Invalid Access Token");
  return account === deskKeys.account
    ? null
    : error(401, "You are not authorized to access this account");
}

/** The paths of the public API and of the application API that a bridge needs; there are no others. */
export function deskRoutes(state: DeskState, tell: TellDesk, enforcesIdentity: boolean) {
  return (request: IncomingMessage, text: string): DeskAnswer => {
    const { method = "", url = "" } = request;
    const { pathname } = new URL(url, "http://localhost");
    const publicly = /^\/public\/api\/v1\/inboxes\/([^/]+)\/contacts(?:\/([^/]+)\/conversations)?$/;
    const ofInbox = publicly.exec(pathname);
    if (ofInbox) {
      const [, inbox = "", sourceId] = ofInbox;
      if (inbox !== deskKeys.inbox) return notFound;
      if (sourceId === undefined) {
        return method === "POST" ? createContact(request, text) : noRoute;
      }
      return ofContact(request, decodeURIComponent(sourceId), text);
    }
    const inboxes = /^\/api\/v1\/accounts\/(\d+)\/inboxes$/.exec(pathname);
    if (inboxes) {
      const refused = signIn(request, inboxes[1]);
      if (refused) return refused;
      return method === "GET" ? { status: 200, json: { payload: [state.inbox] } } : noRoute;
    }
    const signedIn = /^\/api\/v1\/accounts\/(\d+)\/conversations\/(\d+)(\/\w+)?$/.exec(pathname);
    if (!signedIn) return noRoute;
    const [, account, id, rest = ""] = signedIn;
    const refused = signIn(request, account);
    if (refused) return refused;
    const conversation = state.conversations.get(Number(id));
    if (!conversation) return notFound;
    const key = `${method} ${rest}`;
    if (key === "GET ") return { status: 200, json: showConversation(conversation) };
    if (key === "GET /messages") {
      const payload = conversation.messages.slice(-20);
      return { status: 200, json: { meta: { labels: [] }, payload } };
    }
    if (key === "POST /messages") return createMessage(request, text, conversation);
    if (key === "POST /toggle_status") return toggleStatus(request, text, conversation);
    return noRoute;
  };

  function createContact(request: IncomingMessage, text: string): DeskAnswer {
    const fault = wrong(request, text, "contact");
    if (fault) return fault;
    const given = JSON.parse(text) as Record<string, string | undefined>;
    const { identifier = "", identifier_hash: hash, email = null } = given;
    if (hash !== undefined || enforcesIdentity) {
      const wanted = createHmac("sha256", deskKeys.identity).update(identifier).digest("hex");
      if (hash !== wanted) return serverError;
    }
    const sourceId = given.source_id ?? `desk-${state.nextId()}`;
    const contact =
      state.bySourceId.get(sourceId) ??
      // This is how strangers are joined where an email was only typed.
      state.contacts.find((one) => one.identifier === identifier) ??
      state.contacts.find((one) => email !== null && one.email === email) ??
      addContact({ identifier, email, name: given.name ?? "still-moon-12" });
    state.bySourceId.set(sourceId, contact);
    const { id, name } = contact;
    const json = { source_id: sourceId, pubsub_token: "p", id, name, email: contact.email };
    return { status: 200, json };
  }

  function addContact(contact: { identifier: string; email: string | null; name: string }) {
    const added = { id: state.nextId(), ...contact };
    state.contacts.push(added);
    return added;
  }

  function ofContact(request: IncomingMessage, sourceId: string, text: string): DeskAnswer {
    const contact = state.bySourceId.get(sourceId);
    if (!contact) return notFound;
    if (request.method === "GET") {
      const all = [...state.conversations.values()].filter((one) => one.sourceId === sourceId);
      return { status: 200, json: all.map(({ id, status }) => ({ id, inbox_id: 7, status })) };
    }
    if (request.method !== "POST") return noRoute;
    const fault = wrong(request, text, "conversation");
    if (fault) return fault;
    const { custom_attributes: attributes = {} } = JSON.parse(text) as {
      custom_attributes?: Fields;
    };
    const id = state.nextId();
    const conversation: DeskConversation = {
      ...{ id, contact, sourceId, status: "open", messages: [], custom_attributes: attributes },
    };
    state.conversations.set(id, conversation);
    tell.conversation("conversation_created", conversation);
    return { status: 200, json: { id, uuid: "u", inbox_id: 7, status: "open", messages: [] } };
  }

  function createMessage(
    request: IncomingMessage,
    text: string,
    conversation: DeskConversation,
  ): DeskAnswer {
    const fault = wrong(request, text, "message");
    if (fault) return fault;
    const given = JSON.parse(text) as Fields;
    const content = String(given.content ?? "");
    const type = given.message_type ?? "outgoing";
    if (type !== "incoming" && type !== "outgoing") return serverError;
    if (content === "" || content.length > maxContentLength) {
      const words =
        content === "" ? "can't be blank" : "is too long (maximum is 150000 characters)";
      const json = { message: `Content ${words}`, attributes: ["content"] };
      return { status: 422, json };
    }
    const { id, name } = conversation.contact;
    const message: DeskMessage = {
      id: state.nextId(),
      // Liquid fills in what agents write, and leaves out what it does not know.
      content: type === "outgoing" ? content.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, "") : content,
      message_type: type === "incoming" ? 0 : 1,
      private: given.private === true,
      source_id: (given.source_id as string | undefined) ?? null,
      content_attributes: {},
      sender: type === "incoming" ? { type: "contact", id, name } : integration,
    };
    conversation.messages.push(message);
    tell.message(conversation, message);
    // A resolved conversation in which the customer writes is open again; a pending one stays.
    const reopens = ["resolved", "snoozed"].includes(conversation.status) && type === "incoming";
    if (reopens) tell.status(conversation, "open");
    const json = { ...message, echo_id: given.echo_id, conversation_id: conversation.id };
    return { status: 200, json };
  }

  function toggleStatus(
    request: IncomingMessage,
    text: string,
    conversation: DeskConversation,
  ): DeskAnswer {
    const fault = wrong(request, text, "status");
    if (fault) return fault;
    const { status } = JSON.parse(text) as { status?: string };
    const known = ["open", "resolved", "pending", "snoozed"] as const;
    const wanted = known.find((one) => one === status);
    // Without one Chatwoot turns it over, which is never what a bridge means.
    if (wanted === undefined) return serverError;
    tell.status(conversation, wanted);
    const payload = { success: true, conversation_id: conversation.id, current_status: wanted };
    return { status: 200, json: { meta: {}, payload } };
  }
}

/** The person whose token it is. */
const integration: DeskSender = {
  ...{
    type: "user" as const,
    id: 2,
    name: "Meetbot",
    available_name: "Meetbot",
    email: "bot@shop.example",
  },
};

function showConversation({ id, status, custom_attributes, contact }: DeskConversation): object {
  return {
    ...{ id, account_id: Number(deskKeys.account), inbox_id: 7, status, custom_attributes },
    meta: { sender: contact, channel: "Channel::Api" },
  };
}
