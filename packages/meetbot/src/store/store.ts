import type { Delivery } from "../model/shop/delivery.ts";
import type { LookupKey } from "../secrets/lookup-key.ts";
import type { BotShelf } from "./bots/bots.ts";
import type { RunShelf } from "./bots/conformance-runs.ts";
import type { EndpointHealthShelf } from "./bots/endpoint-health.ts";
import type { SightingShelf } from "./bots/sightings.ts";
import type { ChannelStore } from "./channel-facts/channel-store.ts";
import type { Limits } from "./limits/limits.ts";
import type { LinkShelf } from "./links/account-links.ts";
import type { ConversationLog, DeliveryLog } from "./logs/logs.ts";
import type { ReadingShelf } from "./logs/readings.ts";
import type { Mailbox } from "./mailbox/mailbox.ts";
import type { Hints } from "./notifications/database-hints.ts";
import type { AccessShelf } from "./operators/access-store.ts";
import type { IdempotencyShelf } from "./operators/idempotency.ts";
import type { OperatorShelf } from "./operators/operators.ts";
import type { OverviewShelf } from "./overview/overview-store.ts";
import type { KeyUse } from "./reseal/key-use.ts";

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
  channels: ChannelStore;
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
