import type { RunFinding } from "@meetbot/conformance/inspection/run-result.ts";
import type { AlertDeliveryStatus, AlertStop } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind, AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { PushScope } from "@meetbot/model/alert/push-device.ts";
import type { BookChange } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { SecretKind, SecretStage } from "@meetbot/model/bot/bot-secret.ts";
import type { UsageKind } from "@meetbot/model/bot/usage.ts";
import type {
  BridgeKind,
  BridgeStop,
  DeskPlace,
  ReportedHolder,
} from "@meetbot/model/bridge/bridge.ts";
import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { LinkStop } from "@meetbot/model/channel-link.ts";
import type { ShownField } from "@meetbot/model/connector/connection.ts";
import type { CheckNote, ConnectorProblem } from "@meetbot/model/connector/connector-words.ts";
import type { Feedback } from "@meetbot/model/conversation/feedback.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { PictureType } from "@meetbot/model/conversation/picture.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { SendingStatus } from "@meetbot/model/log/conversation-log.ts";
import type { OperatorAction, Role, Scope } from "@meetbot/model/operator.ts";
import type { TemplateState } from "@meetbot/model/push/message-template.ts";
import type { Declared } from "@meetbot/model/shop/declared.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { StoppedFor } from "@meetbot/model/shop/endpoint-health.ts";
import type { Generated, JSONColumnType } from "kysely";

/** Tables of the cold paths, typed for kysely; the mailbox's own statements are written as SQL. */
export interface Tables {
  bots: Omit<Bot, "id"> & {
    botId: string;
    createdAt: Generated<Date>;
    failingSince: Generated<Date | null>;
    timesFailed: Generated<number>;
    stoppedAt: Generated<Date | null>;
    stoppedFor: Generated<StoppedFor | null>;
    firstAnswerAt: Generated<Date | null>;
    rulesToldAt: Generated<Date | null>;
    pushStatusRefused: Generated<string | null>;
    declared: Generated<Declared | null>;
  };
  deskEvents: {
    botId: string;
    eventId: Generated<string>;
    conversationId: Generated<string | null>;
    type: DeskEventType;
    facts: Record<string, unknown>;
    at: Generated<Date>;
    isSpread: Generated<boolean>;
    isBridged: Generated<boolean>;
  };
  bridges: {
    botId: string;
    kind: BridgeKind;
    shown: string;
    locale: AlertLocale;
    withNumbers: boolean;
    keyId: string;
    sealed: Buffer;
    hookHash: Buffer | null;
    isOn: Generated<boolean>;
    createdAt: Generated<Date>;
    lastDoneAt: Generated<Date | null>;
    failingSince: Generated<Date | null>;
    failures: Generated<number>;
    problem: Generated<string | null>;
    stoppedAt: Generated<Date | null>;
    stoppedFor: Generated<BridgeStop | null>;
    nextAt: Generated<Date>;
  };
  carrierConnections: {
    botId: string;
    kind: CarrierKind;
    isSigned: boolean;
    keyId: string;
    sealed: Buffer;
    hookHash: Buffer;
    createdAt: Generated<Date>;
    lastHeardAt: Generated<Date | null>;
  };
  shopConnections: {
    botId: string;
    name: string;
    version: string;
    keyId: string;
    sealed: Buffer;
    shown: JSONColumnType<Readonly<Record<string, ShownField>>>;
    shop: string;
    connectedAt: Generated<Date>;
    notes: JSONColumnType<readonly CheckNote[]>;
    problem: Generated<ConnectorProblem | null>;
    detail: Generated<string | null>;
    seenAt: Generated<Date>;
  };
  listeners: {
    botId: string;
    listenerId: string;
    actor: string;
    since: Generated<Date>;
    seenAt: Generated<Date>;
  };
  bridgeConversations: {
    botId: string;
    conversationId: string;
    place: Generated<DeskPlace | null>;
    isIntroduced: Generated<boolean>;
    toldSeq: number;
    toldHolder: Generated<ReportedHolder | null>;
    isOpen: Generated<boolean>;
    owesNote: Generated<string | null>;
    heardClose: Generated<string | null>;
    dueAt: Generated<Date | null>;
    restsUntil: Generated<Date | null>;
    stirs: Generated<number>;
    tries: Generated<number>;
    problem: Generated<string | null>;
    fence: Generated<string>;
    leasedUntil: Generated<Date | null>;
  };
  alertDestinations: {
    botId: string;
    destinationId: string;
    kind: AlertKind;
    name: string;
    shown: string;
    isSigned: boolean;
    locale: AlertLocale;
    events: DeskEventType[];
    withText: boolean;
    keyId: string;
    sealed: Buffer;
    isOn: Generated<boolean>;
    createdAt: Generated<Date>;
    lastSentAt: Generated<Date | null>;
    failingSince: Generated<Date | null>;
    failures: Generated<number>;
    stoppedAt: Generated<Date | null>;
    stoppedFor: Generated<AlertStop | null>;
    nextAt: Generated<Date>;
    fence: Generated<string>;
    leasedUntil: Generated<Date | null>;
  };
  alertDeliveries: {
    botId: string;
    destinationId: string;
    eventId: string;
    conversationId: string | null;
    type: DeskEventType;
    facts: Record<string, unknown>;
    at: Date;
    status: Generated<AlertDeliveryStatus>;
    tries: Generated<number>;
    sendAt: Generated<Date | null>;
    httpStatus: Generated<number | null>;
    problem: Generated<string | null>;
    endedAt: Generated<Date | null>;
  };
  webPushKeys: {
    one: Generated<boolean>;
    keyId: string;
    sealed: Buffer;
  };
  webPushDevices: {
    deviceId: string;
    operatorId: string;
    sessionId: string;
    endpointHash: Buffer;
    shown: string;
    scope: PushScope;
    locale: AlertLocale;
    keyId: string;
    sealed: Buffer;
    createdAt: Generated<Date>;
    lastSentAt: Generated<Date | null>;
    nextAt: Generated<Date>;
  };
  webPushes: {
    botId: string;
    deviceId: string;
    conversationId: string;
    eventId: string;
    type: DeskEventType;
    at: Date;
    tries: Generated<number>;
    sendAt: Generated<Date>;
    fence: Generated<string>;
  };
  sightings: {
    botId: string;
    kind: UsageKind;
    name: string;
    seenAt: Generated<Date>;
  };
  botSecrets: {
    botId: string;
    kind: SecretKind;
    stage: SecretStage;
    keyId: string;
    sealed: Buffer;
    /** When a previous one ends; others do not. */
    expiresAt: Generated<Date | null>;
    /** How long the current secret stays valid after this next one replaces it. */
    overlapS: Generated<number | null>;
    createdAt: Generated<Date>;
  };
  lookupRoot: {
    one: Generated<boolean>;
    keyId: string;
    sealed: Buffer;
  };
  endpointTests: {
    botId: string;
    secretFingerprint: string;
    testedAt: Date;
    keyId: string;
    sealed: Buffer;
  };
  conformanceRuns: {
    botId: string;
    runId: string;
    at: Generated<Date>;
    actor: string;
    url: string;
    secretFingerprint: string;
    passed: number;
    failed: number;
    warned: number;
    skipped: number;
    durationMs: number;
    isPart: boolean;
    findings: JSONColumnType<Omit<RunFinding, "detail">[]>;
  };
  conformanceEvidence: {
    botId: string;
    runId: string;
    accountLookup: Buffer | null;
    createdAt: Generated<Date>;
    keyId: string;
    sealed: Buffer;
  };
  answerBooks: {
    botId: string;
    version: number;
    keyId: string;
    sealed: Buffer;
    createdAt: Generated<Date>;
    createdBy: string;
    what: BookChange;
    topic: string | null;
  };
  audit: {
    botId: string;
    entry: Generated<string>;
    at: Generated<Date>;
    actor: string;
    action: AuditAction;
    detail: Record<string, unknown>;
  };
  conversations: {
    botId: string;
    conversationId: string;
    channel: string;
    keyId: string;
    sealedKey: Buffer;
    locale: Locale | null;
    lastSeq: number;
    handledSeq: number;
    asked: boolean;
    answered: boolean;
    createdAt: Date;
    activeAt: Date;
  };
  messages: {
    botId: string;
    conversationId: string;
    seq: number;
    direction: "in" | "out";
    dedupeKey: string | null;
    body: Buffer;
    at: Date;
    redactedAt: Date | null;
    status: Generated<SendingStatus | null>;
  };
  deliveries: {
    botId: string;
    deliveryId: string;
    conversationId: string;
    method: Delivery["method"];
    outcome: Delivery["outcome"];
    httpStatus: number | null;
    startedAt: Date;
    durationMs: number;
    sealed: Buffer;
    seq: number | null;
    exchanges: number | null;
    secretFingerprint: string | null;
    replayOf: string | null;
    askedBy: Generated<string | null>;
  };
  unanswered: {
    botId: string;
    conversationId: string;
    seq: number;
    likeness: Buffer;
  };
  feedback: {
    botId: string;
    conversationId: string;
    seq: number;
    value: Feedback;
  };
  modelCalls: {
    botId: string;
    conversationId: string;
    seq: number;
    call: ModelCall;
  };
  pictures: {
    botId: string;
    conversationId: string;
    pictureId: string;
    dedupeKey: string;
    place: number;
    type: PictureType;
    width: number | null;
    height: number | null;
    bytes: number;
    receivedBytes: number;
    isScanned: boolean;
    body: Buffer;
    at: Generated<Date>;
  };
  pictureFetches: {
    botId: string;
    conversationId: string;
    dedupeKey: string;
    channel: string;
    sealed: Buffer;
    tries: Generated<number>;
    dueAt: Generated<Date>;
  };
  personRequests: {
    botId: string;
    conversationId: string;
    seq: number;
    requestedAt: Generated<Date>;
  };
  conversationAccounts: {
    botId: string;
    conversationId: string;
    lookup: Buffer;
  };
  messageTemplates: {
    botId: string;
    channel: string;
    linkId: string;
    name: string;
    language: string;
    externalId: string;
    state: TemplateState;
    reason: string | null;
    toldAt: Generated<Date | null>;
    updatedAt: Generated<Date>;
  };
  channelLinks: {
    botId: string;
    channel: string;
    externalId: string;
    details: JSONColumnType<Readonly<Record<string, string>>>;
    keyId: string;
    sealed: Buffer;
    connectedAt: Generated<Date>;
    pausedUntil: Generated<Date | null>;
    stoppedFor: Generated<LinkStop | null>;
    failureCode: Generated<number | null>;
    failureSubcode: Generated<number | null>;
    failureTrace: Generated<string | null>;
    failedAt: Generated<Date | null>;
    name: Generated<string | null>;
    tokenEndsAt: Generated<Date | null>;
    checkedAt: Generated<Date | null>;
    profilePublishedAt: Generated<Date | null>;
  };
  operators: {
    id: string;
    name: string;
    email: string;
    administrator: Generated<boolean>;
    publicName: Generated<string | null>;
    createdAt: Generated<Date>;
    updatedAt: Generated<Date>;
  };
  cannedReplies: {
    botId: string;
    replyId: string;
    name: string;
    locale: Locale;
    text: string;
    version: Generated<number>;
    updatedAt: Generated<Date>;
    updatedBy: string;
  };
  agentPresence: {
    botId: string;
    operatorId: string;
    isOn: boolean;
    since: Generated<Date>;
    seenAt: Generated<Date>;
    capacity: Generated<number>;
  };
  operatorSessions: {
    id: string;
    userId: string;
    userAgent: string | null;
    expiresAt: Date;
    createdAt: Generated<Date>;
    updatedAt: Generated<Date>;
    issuer: Generated<string | null>;
    subject: Generated<string | null>;
    providerSession: Generated<string | null>;
    provedAt: Generated<Date | null>;
    endsAt: Generated<Date | null>;
  };
  signInMarks: { mark: string; detail: Record<string, unknown> | null; expiresAt: Date };
  operatorCredentials: {
    id: string;
    userId: string;
    accountId: string;
    providerId: string;
    password: string | null;
    updatedAt: Generated<Date>;
  };
  operatorPasskeys: {
    id: string;
    name: string | null;
    userId: string;
    deviceType: string;
    createdAt: Generated<Date | null>;
  };
  signInFailures: { failureId: Generated<string>; emailKey: Buffer; at: Generated<Date> };
  botMembers: { botId: string; operatorId: string; role: Role };
  oneTimeLinks: {
    linkId: string;
    tokenHash: Buffer;
    operatorId: string | null;
    email: string | null;
    administrator: boolean;
    botId: string | null;
    role: Role | null;
    createdBy: string;
    creatorId: Generated<string | null>;
    createdAt: Generated<Date>;
    expiresAt: Date;
  };
  apiTokens: {
    tokenId: string;
    tokenHash: Buffer;
    operatorId: string;
    name: string;
    scopes: Scope[];
    botId: string | null;
    createdAt: Generated<Date>;
    expiresAt: Date | null;
    lastUsedAt: Generated<Date | null>;
  };
  idempotencyKeys: {
    caller: string;
    idempotencyKey: string;
    requestHash: Buffer;
    keyId: string;
    sealed: Buffer;
    createdAt: Generated<Date>;
  };
  operatorAudit: {
    entry: Generated<string>;
    at: Generated<Date>;
    actor: string;
    action: OperatorAction;
    detail: Record<string, unknown>;
  };
}
