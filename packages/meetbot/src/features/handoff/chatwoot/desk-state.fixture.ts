import { createHmac } from "node:crypto";

/** What an operator copies out of Chatwoot. */
export const deskKeys = {
  account: "3",
  inbox: "Xk3vQm9TzR7yLpWb5nCd2HsF",
  token: "tY8uR4wQ2eZ6xC1vB9nM5kJh",
  secret: "gH7jK2lP9oI4uY6tR1eW8qAz",
  identity: "mN3bV5cX7zL9kJ1hG4fD6sAq",
};

/** A message as the application API shows it; the types are numbers there, and words in webhooks. */
export interface DeskMessage {
  id: number;
  content: string | null;
  message_type: 0 | 1 | 2 | 3;
  private: boolean;
  source_id: string | null;
  content_attributes: Record<string, unknown>;
  attachments?: object[];
  sender: DeskSender | null;
}

export type DeskSender =
  | { type: "contact"; id: number; name: string }
  | { type: "user"; id: number; name: string; available_name: string; email: string }
  | { type: "agent_bot"; id: number; name: string };

export interface DeskContact {
  id: number;
  identifier: string | null;
  email: string | null;
  name: string;
}

export interface DeskConversation {
  id: number;
  contact: DeskContact;
  sourceId: string;
  status: "open" | "pending" | "resolved" | "snoozed";
  custom_attributes: Record<string, unknown>;
  messages: DeskMessage[];
}

export type DeskState = ReturnType<typeof createDeskState>;

/** What lies in the desk: contacts, by which name of the inbox's they come, and conversations by their number. */
export function createDeskState() {
  // Numbers of others came before, so that none of ours is one of them by chance.
  let lastId = 1_000;
  return {
    inbox: {
      ...{ id: 7, name: "Meetbot", channel_type: "Channel::Api", inbox_identifier: deskKeys.inbox },
      ...{
        webhook_url: "https://meetbot.example/bridges/b/t" as string | null,
        hmac_mandatory: false,
      },
    },
    contacts: [] as DeskContact[],
    bySourceId: new Map<string, DeskContact>(),
    conversations: new Map<number, DeskConversation>(),
    nextId: () => ++lastId,
  };
}

/** As Chatwoot signs: the timestamp in seconds, a dot, and the body. */
export function signDelivery(body: string, secret: string, timestamp: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}
