import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { ShopConnections } from "../features/connectors/store/shop-connections.ts";
import type { PushLog } from "../features/customer-updates/store/push-log.ts";
import type { PushStore } from "../features/customer-updates/store/push-store.ts";
import type { WaysStore } from "../features/customer-updates/ways/ways-store.ts";
import type { PictureFetches } from "../features/pictures/store/picture-fetches.ts";
import type { PictureStore } from "../features/pictures/store/pictures.ts";
import type { Limits } from "../platform/attempts/limits.ts";
import type { Hints } from "../platform/change-signals/database-hints.ts";
import type { DatabaseClock } from "../platform/postgres/database-clock.ts";
import type { DatabaseState } from "../platform/postgres/database-state.ts";
import type { PoolUse } from "../platform/postgres/open-pool.ts";
import type { LookupKey } from "../secrets/lookup-key.ts";
import type { AnswerBooks } from "./answers/answer-books.ts";
import type { Bots } from "./bots/bots.ts";
import type { Runs } from "./bots/conformance-runs.ts";
import type { EndpointHealthStore } from "./bots/endpoint-health.ts";
import type { UsageStore } from "./bots/usage-store.ts";
import type { ChannelStore } from "./channel-facts/channel-store.ts";
import type { Assignments } from "./desk/assignments.ts";
import type { CannedReplies } from "./desk/canned-replies.ts";
import type { Desk } from "./desk/desk.ts";
import type { Labels } from "./desk/labels.ts";
import type { Notes } from "./desk/notes.ts";
import type { Presence } from "./desk/presence.ts";
import type { Watchers } from "./desk/watchers.ts";
import type { Backlog } from "./due-work/backlog.ts";
import type { DueWork } from "./due-work/due-work.ts";
import type { FeedbackStore } from "./feedback/feedback.ts";
import type { AccountLinks } from "./links/account-links.ts";
import type { ListenedQueries } from "./listening/listened-queries.ts";
import type { Listeners } from "./listening/listeners.ts";
import type { ConversationLog } from "./logs/conversation-log.ts";
import type { DeliveryLog } from "./logs/delivery-log.ts";
import type { ExportedEntry } from "./logs/export-audit.ts";
import type { Readings } from "./logs/readings.ts";
import type { Mailbox } from "./mailbox/mailbox.ts";
import type { MovedBots } from "./move/moved-bots.ts";
import type { AccessStore } from "./operators/access-store.ts";
import type { IdempotencyKeys } from "./operators/idempotency.ts";
import type { Operators } from "./operators/operators.ts";
import type { OverviewStore } from "./overview/overview-store.ts";
import type { StoreParts } from "./parts/parts.ts";
import type { KeyUse } from "./reseal/key-use.ts";
import type { SettingStores } from "./setting-stores.ts";
import type { SignInStore } from "./sign-in/sign-in-store.ts";
import type { TrackedOrders } from "./tracking/tracked-orders.ts";
import type { WaitingStore } from "./waiting/waiting-store.ts";

export interface Store extends StoreParts {
  /** Changes several things that operators set in one transaction, under the name of this actor: all of them, or none where `change` rejects. */
  together<Result>(
    actor: string,
    change: (stores: SettingStores) => Promise<Result>,
  ): Promise<Result>;
  /** Whether there may be something to do. */
  dueWork: DueWork;
  /** How much waits, and since when. */
  backlog: Backlog;
  /** How this store's connections are used at this moment. */
  poolUse(): PoolUse;
  /** The shops' events, and the notifications that each conversation gets from them. */
  pushes: PushStore;
  /** The log of shop events and notifications, as shown to operators. */
  pushLog: PushLog;
  answers: AnswerBooks;
  /** Of which orders parcels are, by their carriers' numbers. */
  trackedOrders: TrackedOrders;
  /** Shops that Meetbot queries itself through a connector. */
  connections: ShopConnections;
  /** Developers' machines that answer in place of endpoints, and the queries waiting for them. */
  listeners: Listeners;
  listenedQueries: ListenedQueries;
  bots: Bots;
  movedBots: MovedBots;
  operators: Operators;
  access: AccessStore;
  signIns: SignInStore;
  idempotency: IdempotencyKeys;
  health: EndpointHealthStore;
  usage: UsageStore;
  runs: Runs;
  readings: Readings;
  mailbox: Mailbox;
  channels: ChannelStore;
  /** Conversations that are linked with accounts of the shop. */
  links: AccountLinks;
  /** Actions of the shop's agents in conversations. */
  desk: Desk;
  /** Internal notes of agents beside conversations. */
  notes: Notes;
  labels: Labels;
  /** Decides which agent gets which conversation, and when. */
  assignments: Assignments;
  /** Who looks at which conversation at this moment. */
  watchers: Watchers;
  /** Counts attempts against limits, across all nodes. */
  limits: Limits;
  hints: Hints;
  /** A bot's activity in numbers. */
  overview: OverviewStore;
  /** The shop's canned replies for agents. */
  cannedReplies: CannedReplies;
  /** Customers who wait for people, and how that went. */
  waiting: WaitingStore;
  /** The ways to send customers their updates while the chat is closed. */
  ways: WaysStore;
  /** Who answers customers right now. */
  presence: Presence;
  /** Customers' feedback on answers. */
  feedback: FeedbackStore;
  /** Pictures that customers sent. */
  pictures: PictureStore;
  /** Pictures still to be fetched from the platforms. */
  pictureFetches: PictureFetches;
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
  /** Returns how many values each master key seals, including keys that this node lacks. */
  keyUse(): Promise<KeyUse[]>;
  /** Reseals one batch from older keys to the newest; returns how many values, 0 when none is left. */
  resealBatch(): Promise<number>;
  /** Resolves when the database answers, with how it is; for `/readyz`. */
  ping(): Promise<DatabaseState>;
  /** The time shared by all nodes, as of the latest {@link ping}. */
  clock: DatabaseClock;
  /** Returns the entries of both audit logs after the given one, for export to another system. */
  exportAudit(after: string, limit: number): Promise<ExportedEntry[]>;
  /** Deletes all conversations in which an account was named; returns how many. */
  forgetCustomer(account: string): Promise<number>;
  /** Deletes data older than its bot's retention period; returns how many conversations were deleted. */
  forgetExpired(): Promise<number>;
  close(): Promise<void>;
}
