export {
  type Address,
  type Adjustment,
  type Capabilities,
  type ElementKind,
  type Fee,
  newSecret,
  type Order,
  type OrderElement,
  type OrderFilter,
  type OrderStatusCode,
  type OrderSummary,
  type Package,
  type PackageEvent,
  type PackageStatusCode,
  type PackedElement,
  type Pickup,
  ProtocolError,
  type PushRecipient,
  type PushState,
  type PushStatusEvent,
  type QueryContext,
  type Refund,
  type Refusal,
  signRequest,
  verifyRequest,
} from "@meetbot/protocol";
export type { Declaration, LookUps, OrdersFound, PackagesFound } from "./answer-query.ts";
export type { Moment, OrderFound, PackageFound } from "./answers/to-order.ts";
export { createWebhook, type Webhook, type WebhookOptions } from "./create-webhook.ts";
export { createPush, type PushClient, type PushOptions } from "./push/create-push.ts";
export {
  type OrderChanged,
  type OrderPlaced,
  type PackageChanged,
  type PushMessage,
  type PushNews,
  toPushMessage,
} from "./push/push-news.ts";
export {
  createPushOutbox,
  type Drained,
  type PushOutbox,
  type PushOutboxOptions,
  type PushOutboxStore,
} from "./push/push-outbox.ts";
export type {
  PushAccepted,
  PushFailed,
  PushRecipientStatus,
  PushResult,
  PushStatus,
} from "./push/push-result.ts";
export type { OrdersQuestion, PackagesQuestion } from "./question.ts";
export { refuse } from "./refuse.ts";
export type { ReplayStore } from "./replay-memory.ts";
export {
  type ChatIdentityOptions,
  IdentityError,
  type IdentityErrorCode,
  type IdentityOptions,
  signIdentity,
} from "./signature/sign-identity.ts";
export {
  isLink,
  type LinkOptions,
  linkParameter,
  signLink,
  signUnlink,
} from "./signature/sign-link.ts";
export { SigningSecretError } from "./signature/signing-secret.ts";
export { WebhookUrlError } from "./signature/webhook-url.ts";
export { type LambdaEvent, type LambdaResult, toLambdaHandler } from "./to-lambda-handler.ts";
export { toNodeHandler } from "./to-node-handler.ts";
