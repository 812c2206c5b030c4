import { randomUUID } from "node:crypto";
import {
  type DeskConversation,
  type DeskMessage,
  type DeskSender,
  type DeskState,
  deskKeys,
  signDelivery,
} from "./desk-state.fixture.ts";

/** The desk's functions that report its events as they happen. */
export type TellDesk = ReturnType<typeof deskWebhooks>["tell"];

/** One delivery as it went to the inbox's webhook. */
export interface Delivery {
  id: string;
  body: string;
  /** Of what received it; `null`: it was not reached. */
  status: number | null;
}

/** A person of the desk's who answers. */
export const ada: DeskSender = {
  ...{
    type: "user" as const,
    id: 9,
    name: "Ada Maria Byron",
    available_name: "Ada",
    email: "ada@desk.example",
  },
};

const types = ["incoming", "outgoing", "activity", "template"] as const;

/** The webhook of the API inbox: what it sends, signed as Chatwoot does since 4.13, and what the desk's people do. */
export function deskWebhooks(state: DeskState) {
  const sent: Delivery[] = [];
  let url: string | null = null;
  let going: Promise<unknown> = Promise.resolve();

  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const next = going.then(work, work);
    going = next;
    return next;
  };

  /** Sends a body; a repeated delivery has the same id and a new time. */
  const deliver = (body: string, over: DeliveryOptions = {}) =>
    inOrder(async (): Promise<Delivery> => {
      const { id = randomUUID(), atMs = Date.now(), secret = deskKeys.secret } = over;
      const timestamp = String(Math.floor(atMs / 1_000));
      const delivery: Delivery = { id, body, status: null };
      sent.push(delivery);
      if (url === null) return delivery;
      const headers: Record<string, string> = {
        "content-type": "application/json",
        "x-chatwoot-delivery": id,
        "x-chatwoot-timestamp": timestamp,
        "x-chatwoot-signature": signDelivery(body, secret, timestamp),
        ...over.headers,
      };
      for (const name of over.without ?? []) delete headers[name];
      const signal = AbortSignal.timeout(60_000);
      const answer = await fetch(url, { method: "POST", headers, body, signal }).catch(() => null);
      await answer?.arrayBuffer();
      delivery.status = answer?.status ?? null;
      return delivery;
    });

  const tell = {
    message: (conversation: DeskConversation, message: DeskMessage) =>
      deliver(JSON.stringify(messageEvent("message_created", conversation, message))),
    conversation: (event: string, conversation: DeskConversation) =>
      deliver(JSON.stringify({ ...conversationData(conversation), event })),
    status: (conversation: DeskConversation, status: DeskConversation["status"]) => {
      if (conversation.status === status) return;
      const before = conversation.status;
      conversation.status = status;
      const changed = [{ status: { previous_value: before, current_value: status } }];
      const event = "conversation_status_changed";
      const told = { ...conversationData(conversation), event, changed_attributes: changed };
      return deliver(JSON.stringify(told));
    },
  };

  const of = (conversation: number) => {
    const found = state.conversations.get(conversation);
    if (!found) throw new Error(`The desk has no conversation ${conversation}.`);
    return found;
  };

  return {
    tell,
    sent,
    deliver,
    /** Where the inbox's webhook is. */
    setUrl: (given: string) => {
      url = given;
    },
    /** Resolves when all deliveries have been received or refused. */
    settled: () => inOrder(async () => undefined),
    /** Somebody of the desk's writes. */
    write: async (
      conversation: number,
      content: string | null,
      over: Partial<DeskMessage> = {},
    ) => {
      const message: DeskMessage = {
        ...{ id: state.nextId(), content, message_type: 1, private: false, source_id: null },
        ...{ content_attributes: {}, sender: ada },
        ...over,
      };
      of(conversation).messages.push(message);
      return tell.message(of(conversation), message);
    },
    resolve: async (conversation: number) => tell.status(of(conversation), "resolved"),
  };
}

interface DeliveryOptions {
  id?: string;
  atMs?: number;
  secret?: string;
  headers?: Record<string, string>;
  without?: string[];
}

function messageEvent(event: string, conversation: DeskConversation, message: DeskMessage): object {
  const { message_type: type, sender, ...shown } = message;
  return {
    ...shown,
    event,
    account: { id: Number(deskKeys.account), name: "Shop" },
    additional_attributes: {},
    content_type: "text",
    conversation: conversationData(conversation),
    created_at: new Date().toISOString(),
    inbox: { id: 7, name: "Meetbot" },
    message_type: types[type],
    sender: sender && senderData(sender),
  };
}

/** A person's public name stands in the conversation's last message alone. */
function senderData({ id, name, type, ...sender }: DeskSender): object {
  return { id, name, type, ...("email" in sender && { email: sender.email }) };
}

function conversationData(conversation: DeskConversation): object {
  const { id, contact, sourceId, status, custom_attributes, messages } = conversation;
  return {
    ...{ id, inbox_id: 7, status, custom_attributes, channel: "Channel::Api", can_reply: true },
    additional_attributes: {},
    account: { id: Number(deskKeys.account), name: "Shop" },
    contact_inbox: { id: 5, contact_id: contact.id, inbox_id: 7, source_id: sourceId },
    messages: messages.filter((one) => !one.private).slice(-1),
    labels: [],
    meta: { sender: { ...contact, type: "contact" }, assignee: null, hmac_verified: false },
    ...{ priority: null, snoozed_until: null, unread_count: 0, updated_at: Date.now() / 1_000 },
  };
}
