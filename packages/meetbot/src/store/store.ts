import type { QuestionOutcome } from "../model/ask.ts";
import type { AuditEntry, NumberedAuditEntry } from "../model/audit.ts";
import type { Bot, BotSecrets, NewBotSecrets } from "../model/bot.ts";
import type {
  NewSecret,
  Promotion,
  PromotionOrder,
  Revocation,
  RevocationOrder,
  Rotation,
  SecretFacts,
  SecretStage,
} from "../model/bot-secret.ts";
import type { ComparedRun, ConformanceRun, NewRun, RunSummary } from "../model/conformance-run.ts";
import type { ConversationState, Message } from "../model/conversation.ts";
import type { ConversationRef } from "../model/conversation-ref.ts";
import type { Delivery } from "../model/delivery.ts";
import type { EndpointHealth } from "../model/endpoint-health.ts";
import type { NotedTest } from "../model/endpoint-test.ts";
import type { InboundEvent } from "../model/inbound-event.ts";
import type { Attempt, Exceeded } from "../model/limit.ts";
import type { OutboundReply } from "../model/reply.ts";
import type { Sighting } from "../model/sighting.ts";
import type { UnansweredReason } from "../model/unanswered.ts";
import type { LookupKey } from "../secrets/lookup-key.ts";
import type { AuditWish } from "./audit.ts";
import type { IdempotencyShelf } from "./idempotency.ts";
import type { LinkShelf } from "./links/link-shelf.ts";
import type { ConversationLog, DeliveryLog } from "./logs.ts";
import type { MessengerShelf, OutboxLease } from "./messenger/messenger-shelf.ts";
import type { AccessShelf } from "./operators/access-shelf.ts";
import type { OperatorShelf } from "./operators/operator-shelf.ts";
import type { OverviewShelf } from "./overview/overview-shelf.ts";
import type { ReadingShelf } from "./readings.ts";

export type { ConversationRef } from "../model/conversation-ref.ts";

/** The right to take a conversation's next turn, for a short while. */
export interface Lease extends ConversationRef {
  /** The way that its customer reaches the bot. */
  channel: string;
  /** Grows with every lease; a turn under an older fence can no longer be settled. */
  fence: number;
  state: ConversationState | null;
  /** The oldest event that waits; its turn is the one to take. */
  event: InboundEvent & { seq: number };
}

/** Everything one turn changed, stored in one transaction or not at all. */
export interface Turn {
  state: ConversationState;
  replies: OutboundReply[];
  deliveries: Delivery[];
  /** The customer asked for a person. */
  personAsked: boolean;
  /** What the customer's question to the shop came to; `null`: the shop was not asked. */
  question: QuestionOutcome | null;
  /** Why what the customer wrote came to nothing; `null`: it did not. */
  unanswered: UnansweredUtterance | null;
  /** Accounts the customer named or was vouched for: by them the conversation is found again. */
  accounts: string[];
}

/** Utterances of the same likeness are counted together. */
export interface UnansweredUtterance {
  reason: UnansweredReason;
  likeness: string;
}

/** `unknown_conversation`: there is none by that name in which the bot answers, or it is full. */
export type Admission = "stored" | "duplicate" | "unknown_conversation";

/** An admission, and the lease of the event's turn. Null: another turn comes first. */
export interface AdmittedTurn {
  admission: Admission;
  lease: Lease | null;
}

/** What may be changed about a bot. */
export type BotChanges = Partial<Omit<Bot, "id" | "demo">>;

/** Bots, their secrets, and what was changed about them. */
export interface BotShelf {
  /** The same shelf, in whose changes this actor stands. */
  as(actor: string): BotShelf;
  create(bot: Bot, secrets: NewBotSecrets): Promise<void>;
  list(): Promise<Bot[]>;
  find(botId: string): Promise<Bot | null>;
  /** Returns the bot as it is now, or null where there is none. */
  change(botId: string, changes: BotChanges): Promise<Bot | null>;
  /** Deletes a bot with all that belongs to it, conversations and audit too; false: there is none. */
  delete(botId: string): Promise<boolean>;
  secretsOf(botId: string): Promise<BotSecrets | null>;
  /** The secrets that live, without themselves; none where there is no such bot. */
  listSecrets(botId: string): Promise<SecretFacts[]>;
  /** The signing secret at a stage, to test with; null where there is none. */
  signingSecretAt(botId: string, stage: SecretStage): Promise<string | null>;
  /**
   * Puts a new secret in its place: a signing secret becomes the next one; an identity secret the
   * current one, beside which the one before lives on. Null: there is no such bot.
   */
  rotateSecret(botId: string, order: NewSecret): Promise<Rotation | null>;
  /** Makes the next signing secret the current one; the one before lives on for the overlap. */
  promoteSecret(botId: string, order: PromotionOrder): Promise<Promotion | null>;
  /** Ends a secret at once; with the current one the previous one ends too. */
  revokeSecret(botId: string, order: RevocationOrder): Promise<Revocation | null>;
  /** Keeps a test in the place of the last one with the same secret. */
  noteTest(botId: string, noted: NotedTest): Promise<void>;
  /** The last test with each secret that lives, newest first. */
  testsOf(botId: string): Promise<NotedTest[]>;
  /** The latest changes of a bot, newest first. */
  auditOf(botId: string, limit: number): Promise<AuditEntry[]>;
  /** The same page by page. */
  auditPage(botId: string, wish: AuditWish): Promise<NumberedAuditEntry[]>;
}

/** How the endpoints of bots are doing. What is said of a former endpoint changes nothing. */
export interface EndpointHealthShelf {
  find(botId: string): Promise<EndpointHealth>;
  /** The shop was spared, or a probe failed; after days of that it is asked nothing any more. */
  noteFailing(botId: string, url: string): Promise<EndpointHealth>;
  /** The webhook said that it is gone. */
  noteGone(botId: string, url: string): Promise<void>;
  noteAnswering(botId: string, url: string): Promise<void>;
}

/** What was seen of bots in use. Nothing is noted for a bot that is gone. */
export interface SightingShelf {
  note(botId: string, sighting: Pick<Sighting, "kind" | "name">): Promise<void>;
  /** Newest first. */
  of(botId: string): Promise<Sighting[]>;
  /** When the shop first answered a customer's question; null: it has not. */
  firstAnswerAt(botId: string): Promise<Date | null>;
}

/** Where a page of a list begins: behind this entry. */
export interface RunPlace {
  at: Date;
  id: string;
}

/** The latest runs of the conformance rules against each bot's endpoint. */
export interface RunShelf {
  /** Keeps a run, and lets the oldest go; null where there is no such bot. */
  keep(botId: string, run: NewRun): Promise<RunSummary | null>;
  /** Newest first; those before a place. */
  list(botId: string, limit: number, before?: RunPlace): Promise<RunSummary[]>;
  find(botId: string, runId: string): Promise<ConformanceRun | null>;
  /** The run that came before it. */
  findBefore(botId: string, run: RunPlace): Promise<ComparedRun | null>;
}

export interface SettledTurn {
  outcome: "settled";
  more: boolean;
  lastSeq: number;
  message: OutboxLease | null;
}

/** Conversations as mailboxes: events in, turns taken under a lease, messages out. */
export interface Mailbox {
  /** Opens a conversation with its first event. `token` is stored as its hash only. */
  open(ref: ConversationRef, channel: string, token: string, first: InboundEvent): Promise<void>;
  /** The conversation a token opens, if it was used within the idle time. Never throws on odd tokens. */
  find(botId: string, token: string): Promise<ConversationRef | null>;
  /** Stores an event once: acknowledge it to the customer only after this has resolved. */
  admit(ref: ConversationRef, event: InboundEvent): Promise<Admission>;
  /** The same, and {@link take} where nothing waits before it: whoever calls it takes that turn. */
  admitAndTake(ref: ConversationRef, event: InboundEvent): Promise<AdmittedTurn>;
  /** Conversations with an event that waits and no living lease: the truth behind every hint. */
  due(limit: number, withoutBots?: readonly string[]): Promise<ConversationRef[]>;
  take(ref: ConversationRef): Promise<Lease | null>;
  /** Prolongs the lease; false: it was lost, stop the turn. */
  renew(lease: Lease): Promise<boolean>;
  /**
   * Stores the turn; "lost" changes nothing. `more`: the next event waits already. `lastSeq`: the
   * number of its last reply. `message`: the first reply, taken to be sent as {@link Outbox.take} does,
   * if the caller takes messages and nothing is to be sent before it.
   */
  settle(
    lease: Lease,
    turn: Turn,
    takesMessage?: boolean,
  ): Promise<SettledTurn | { outcome: "lost" }>;
  /** The transcript after a sequence number, oldest first; at most `limit` messages. */
  messagesAfter(ref: ConversationRef, seq: number, limit: number): Promise<Message[]>;
  /** The number of its last message; 0: there is none. */
  lastSeqOf(ref: ConversationRef): Promise<number>;
}

/** "Something changed there": a hint across nodes, never the truth. */
export interface Hints {
  /** Tells all nodes, this one included, soon; many hints travel as one. */
  give(ref: ConversationRef): void;
  /** Returns how to stop listening. */
  listen(onHint: (ref: ConversationRef) => void): () => void;
}

/** Limits, counted exactly under any concurrency. Nothing is counted for a bot that is gone. */
export interface Limits {
  /**
   * Counts the attempts unless one of them goes beyond its limit, and tells which do. An item
   * counted before, in its window, is free.
   */
  count(botId: string, attempts: Attempt[]): Promise<Exceeded[]>;
  /** Counts the attempts, whatever was counted before. */
  note(botId: string, attempts: Attempt[]): Promise<void>;
}

/** A master key by its id, and how many values it seals. */
export interface KeyUse {
  keyId: string;
  sealed: number;
}

export interface Store {
  bots: BotShelf;
  operators: OperatorShelf;
  access: AccessShelf;
  idempotency: IdempotencyShelf;
  health: EndpointHealthShelf;
  sightings: SightingShelf;
  runs: RunShelf;
  readings: ReadingShelf;
  mailbox: Mailbox;
  messenger: MessengerShelf;
  /** Conversations that are linked with accounts of the shop. */
  links: LinkShelf;
  /** Counts what is limited, for all nodes together. */
  limits: Limits;
  hints: Hints;
  /** What happened with a bot, in numbers. */
  overview: OverviewShelf;
  /** The latest deliveries of a bot, newest first, opened. */
  deliveries(botId: string, limit: number): Promise<Delivery[]>;
  deliveryLog: DeliveryLog;
  conversationLog: ConversationLog;
  /** Hashes codes. */
  codeKey: LookupKey;
  /** Names networks that operators sign in from. */
  networkKey: LookupKey;
  /** Signs the cookies of operators' sessions. */
  cookieSecret: string;
  /** Names the master keys of this node, newest first. */
  keyIds: readonly string[];
  /** How much each master key seals, whether or not this node has it. */
  keyUse(): Promise<KeyUse[]>;
  /** Moves some of what older keys seal under the newest; returns how much, 0 when there is no more. */
  resealBatch(): Promise<number>;
  /** Resolves when the database answers; for `/readyz`. */
  ping(): Promise<void>;
  /** Deletes all conversations in which an account was named; returns how many. */
  forgetCustomer(account: string): Promise<number>;
  /** Deletes what is older than its bot keeps it; returns how many conversations. */
  forgetExpired(): Promise<number>;
  close(): Promise<void>;
}
