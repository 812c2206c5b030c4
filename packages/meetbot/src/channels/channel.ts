import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelFact, OutboundPart } from "@meetbot/model/channel-fact.ts";
import type { ChannelConnection, ChannelLink, LinkFacts } from "@meetbot/model/channel-link.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { FailureClass, Recipient } from "@meetbot/model/outbound-message.ts";
import type {
  HeldTemplate,
  OwnTemplate,
  TemplateNews,
  TemplateRef,
} from "@meetbot/model/push/message-template.ts";
import type { HttpAnswer, HttpCall } from "@meetbot/network/exchange/http-call.ts";

/** The other side sent data that the channel cannot accept; `message` states what it expects instead. */
export class ChannelError extends Error {
  override name = "ChannelError";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The reader's time zone and date. */
export interface RenderContext {
  /** IANA name of the time zone in which times are rendered. */
  timeZone: string;
  /** The reader's current day, `YYYY-MM-DD`; if absent, past and future dates are not distinguished. */
  today?: string;
}

/**
 * A way customers reach the bot: everything that other code uses of a channel. Each channel has a folder here and a
 * line in `registry.ts`; no code elsewhere names one.
 */
export type Channel = PullChannel | PushChannel;

/** The customer's side reads messages from the transcript: a stored message counts as sent. */
export interface PullChannel {
  /** The channel's name in the database and in URLs: lowercase letters and hyphens, never changed. */
  name: string;
  delivery: "pull";
  /** Parses a raw body. Total: it returns events or throws a {@link ChannelError}. */
  receive(body: string): InboundEvent[];
  /** Renders a reply in the channel's own format. Pure. */
  render(reply: VisibleReply, context: RenderContext): unknown;
}

/**
 * A channel whose outbox sends messages to a platform, one after another. `Message` is the platform's message format,
 * which no other code reads; `Check` is the result of checking the link.
 */
export interface PushChannel<Message extends object = object, Check extends LinkCheck = LinkCheck> {
  /** The channel's name in the database and in URLs: lowercase letters and hyphens, never changed. */
  name: string;
  delivery: "push";
  /** How long after a customer's last message the platform accepts messages to them; `null` if it always does. */
  windowHours: number | null;
  /** The same window for messages that an agent typed; `null` if the platform always accepts them. */
  personWindowHours: number | null;
  /**
   * What the outbox does when no answer shows whether a part arrived: wait for the part's echo, or send the part again
   * at once because the platform would never confirm it.
   */
  lostAnswers: "await_echo" | "send_again";
  /** Who waits after the platform's rate limit error: all customers of the link, or this customer alone. */
  rateLimits: "link" | "customer";
  /**
   * Whether customers sign in on the shop's account-linking page, because the platform does not verify who they are.
   */
  linksAccounts: boolean;
  webhook: ChannelWebhook;
  /** Opens the platform's API; `url`: a different base URL, for tests and gateways. */
  openApi(url?: string): PlatformApi;
  /** Renders a reply as the platform's messages, in sending order and within its limits. Pure. */
  render(reply: VisibleReply, context: PushRenderContext): RenderedParts<Message>;
  /**
   * Joins a text and the following message, so that the customer gets one notification; `null` if the result would not
   * fit. Pure. Without this method, the two are sent separately.
   */
  join?(lead: string, message: Message): Message | null;
  /** Sends one message and returns the outcome; never throws. */
  send(outgoing: Outgoing<Message>, link: ChannelLink, api: PlatformApi): Promise<SendOutcome>;
  /** Shows the customer that an answer is coming. Nothing depends on it. */
  showTyping?(to: Recipient, link: ChannelLink, api: PlatformApi): Promise<CallOutcome>;
  /**
   * Fetches an attachment that a customer sent, by its name in the fact; `null` if it is unavailable or too long. A
   * channel without this method fetches nothing. Never throws.
   */
  fetchAttachment?(
    attachment: string,
    link: ChannelLink,
    way: AttachmentWay,
  ): Promise<Buffer | null>;
  /** Whether people answer this bot's customers in an inbox of the platform's. */
  passesOn?(bot: Bot): boolean;
  /** Passes the conversation into that inbox, with a note for who reads there. */
  passOn?(to: Recipient, note: string, link: ChannelLink, api: PlatformApi): Promise<CallOutcome>;
  /** What may be sent while the window is closed; without it nothing may. */
  templates?: TemplateSide;
  link: LinkSide<Check>;
  customerId: CustomerId;
}

/** How an operator identifies one of the channel's customers, for example to have their data deleted. */
export interface CustomerId {
  /** The platform's name for what the id identifies; after the channel's name it forms an option: `--telegram-chat`. */
  noun: string;
  /** Description of the id in words: "the customer's id on Telegram". */
  meaning: string;
  /** Returns the keys under which Meetbot may have stored the customer. */
  keysOf(id: string): readonly string[];
}

/** What rendering for a push channel depends on. */
export interface PushRenderContext extends RenderContext {
  /** Values that the platform accepts only once, and that it has already received or refused: see {@link Part.once}. */
  spent: ReadonlySet<string>;
}

export interface RenderedParts<Message extends object = object> {
  parts: Part<Message>[];
  /** What was lost to fit the platform's limits, as the channel's own codes. */
  notes: readonly string[];
}

/** One message of a platform, with what the outbox needs to handle it. */
export interface Part<Message extends object = object> {
  message: Message;
  /**
   * A value in the message that the platform accepts once per customer, such as a receipt's number. It is stored with
   * the conversation; the next rendering finds it in `spent`, unless it renders the same message.
   */
  once?: string | undefined;
}

/** A message to send. */
export interface Outgoing<Message extends object = object> {
  message: Message;
  to: Recipient;
  /** Whether a person of the shop typed the message: some platforms accept such messages for longer than a bot's. */
  isPersons: boolean;
  /** Which part the message is; a platform that echoes this value shows which part arrived. */
  part: OutboundPart;
}

/** The address of a platform's API, and how to call it. */
export interface PlatformApi {
  url: string;
  call(call: HttpCall): Promise<HttpAnswer>;
  deadlineMs?: number;
  /** A call ends with it at the latest. */
  until?: AbortSignal;
}

/** How an attachment is reached. */
export interface AttachmentWay {
  api: PlatformApi;
  /** Fetches any other address through the guard; rejects if the guard refuses it. */
  get(url: URL, how: Pick<HttpCall, "signals" | "limitBytes">): Promise<HttpAnswer>;
  maxBytes: number;
  until: AbortSignal;
}

export type CallOutcome = { ok: true } | SendFailure;

/** How sending ended. */
export type SendOutcome = CallOutcome;

/** A failed call. Omits the platform's own text, which may repeat what was sent. */
export interface SendFailure {
  ok: false;
  failure: FailureClass;
  code?: number;
  subcode?: number;
  /** The trace id that the platform's support asks for. */
  trace?: string;
  retryAfterMs?: number;
}

/** The platform's request: the parts from which a channel verifies its sender. */
export interface WebhookRequest {
  /** As it travelled. */
  body: Uint8Array;
  headers: Headers;
  /** The URL's query, decoded. */
  query: URLSearchParams;
}

/** The webhook at `/channels/{name}/{bot_id}`. */
export interface ChannelWebhook {
  /** Answers the request by which a platform verifies that the webhook is ours. Without this method, GET is unknown. */
  answerChallenge?(query: URLSearchParams, link: ChannelLink): Response;
  /** Whether a request could be the platform's at all; of any other nothing is read. */
  isPlausible(request: Omit<WebhookRequest, "body">): boolean;
  /** Verifies the sender by the head alone, where that is possible; if this fails, the body is not read. */
  verifyHead?(head: Omit<WebhookRequest, "body">, link: ChannelLink): boolean;
  /** Whether the platform sent it. */
  verify(request: WebhookRequest, link: ChannelLink): boolean;
  /**
   * Returns what the body reports about conversations of this link, in order of occurrence. Pure and total: returns
   * facts or throws a {@link ChannelError}, which is answered as if there were no facts, because the platform would
   * repeat a refused request. A handle for a free reply (LINE's reply token: one use, one minute) belongs in the
   * customer's `to`.
   */
  receive(body: Uint8Array, link: ChannelLink): ReceivedBody;
  /** Answers to webhook calls, by result. */
  answers: {
    accepted: string;
    /** 401. */
    notVerified: { code: string; message: string };
    /** 404: the bot has no such link. */
    notConnected: { code: string; message: string };
  };
}

export interface ReceivedBody {
  facts: ChannelFact[];
  /** Status changes of templates, in the order in which they happened. */
  templates?: TemplateNews[];
  /** JSON that the platform expects in the response, in place of `accepted`. */
  answer?: object;
}

/** What a shop sends outside of the window, in words that the platform has approved before. No method here throws. */
export interface TemplateSide {
  /** Our templates, in each language that customers can use. */
  own: readonly OwnTemplate[];
  /** Creates on the platform those templates that it does not have yet. */
  publish(
    wanted: readonly OwnTemplate[],
    link: ChannelConnection,
    api: PlatformApi,
  ): Promise<Publishing>;
  /** All that the platform has of the link's. */
  list(
    link: ChannelConnection,
    api: PlatformApi,
  ): Promise<{ ok: true; templates: HeldTemplate[] } | SendFailure>;
  remove(
    held: Pick<HeldTemplate, "name" | "externalId">,
    link: ChannelConnection,
    api: PlatformApi,
  ): Promise<CallOutcome>;
  send(outgoing: OutgoingTemplate, link: ChannelConnection, api: PlatformApi): Promise<SendOutcome>;
  problemOf(failure: SendFailure): TemplateProblem;
}

/** A template to send: `parameters` fill its placeholders in order. */
export interface OutgoingTemplate {
  template: TemplateRef;
  to: Recipient;
  parameters: readonly string[];
  /** Returned by platforms that echo sent messages. */
  metadata: string;
}

/** The result of publishing. `templates`: all that the platform now has, or `null` if it did not say. */
export interface Publishing {
  templates: HeldTemplate[] | null;
  /** The first thing that it refused. */
  refused: SendFailure | null;
}

/**
 * The meaning of a refusal. `permission`: the link may have no templates. `link`: the link is stopped for everything.
 * `template`: the template does not exist or is not approved. `shape`: it was built or filled in wrongly. `window`: the
 * platform took it for another kind of message. `call`: decided by the failure's class, as for any other call.
 */
export type TemplateProblem = "permission" | "link" | "template" | "shape" | "window" | "call";

/** How a bot is connected to the platform, and what the platform shows of it. */
export interface LinkSide<Check extends LinkCheck = LinkCheck> {
  /** The log's word for what is connected: "page", "bot". */
  noun: string;
  /**
   * Checks that all is well on the platform's side. `subscribes`: subscribes to its events first, with `webhookUrl` as
   * their target if the platform needs one.
   */
  check(
    connection: Omit<ChannelConnection, "facts">,
    api: PlatformApi,
    how: { subscribes: boolean; webhookUrl: string | null },
  ): Promise<Check>;
  /** Ends the sending of events. */
  end(link: ChannelConnection, api: PlatformApi): Promise<CallOutcome>;
  /** Publishes what the platform shows before the first message: a greeting, commands, a menu. */
  publishProfile?(bot: Bot, link: ChannelConnection, api: PlatformApi): Promise<CallOutcome>;
}

/** The result of checking a link: what was found, or the first problem. */
export type LinkCheck =
  | { ok: true; facts: LinkFacts; externalId: string; details: Readonly<Record<string, string>> }
  | { ok: false; at: string; problem: { kind: string } };
