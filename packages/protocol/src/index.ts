export type { Answer, OrdersAnswer, PackagesAnswer, Refusal, TestAnswer } from "./answer.ts";
export {
  accountKinds,
  type Capabilities,
  contextKinds,
  fieldGroups,
  pushKinds,
  readCapabilities,
} from "./capabilities.ts";
export type { QueryContext } from "./context.ts";
export { isWebUrl } from "./fields/is-web-url.ts";
export { parseJson } from "./fields/parse-json.ts";
export { ProtocolError, type ProtocolErrorCode } from "./fields/protocol-error.ts";
export {
  accountToSend,
  comparableAccount,
  isAccount,
  isMailAddress,
  isPhone,
} from "./orders/account.ts";
export {
  type ElementKind,
  elementKinds,
  type OrderStatusCode,
  orderStatusCodes,
  type PackageStatusCode,
  packageStatusCodes,
  type RefundStatus,
  refundStatuses,
} from "./orders/codes.ts";
export {
  maxEvents,
  maxFees,
  maxPackedElements,
  maxRefunds,
  maxShortTextCharacters,
} from "./orders/extension-limits.ts";
export type {
  Address,
  Adjustment,
  Fee,
  Order,
  OrderElement,
  OrderSummary,
  Refund,
} from "./orders/order.ts";
export type { Package, PackageEvent, PackedElement, Pickup } from "./orders/package.ts";
export { comparableNumber, sameNumber } from "./orders/same-number.ts";
export { parseAnswer } from "./parse-answer.ts";
export { parseQuery } from "./parse-query.ts";
export { parsePush } from "./push/parse-push.ts";
export { parseSendTemplate } from "./push/parse-send-template.ts";
export type {
  OrderChangedPush,
  OrderPlacedPush,
  PackageChangedPush,
  Push,
  PushRecipient,
  TestPush,
} from "./push/push.ts";
export { PushError, type PushErrorCode, pushErrors } from "./push/push-error.ts";
export {
  maxPushAgeMs,
  maxPushAheadMs,
  maxPushBatchBytes,
  maxPushBatchLength,
  maxPushBytes,
  maxPushExpiryMs,
  maxPushStatusLength,
} from "./push/push-limits.ts";
export {
  isPushStatus,
  type PushState,
  type PushStatusEvent,
  parsePushStatus,
  pushStates,
  serializePushStatus,
} from "./push/push-status.ts";
export { type PushBody, type PushItem, readPushBody } from "./push/read-push-body.ts";
export type {
  OrderFilter,
  OrdersQuery,
  PackagesQuery,
  Pagination,
  Query,
  TestQuery,
} from "./query.ts";
export { newRequestId } from "./request-id.ts";
export { serializeAnswer } from "./serialize-answer.ts";
export { serializeQuery } from "./serialize-query.ts";
export { newSecret } from "./signature/secret.ts";
export { type EndpointHeader, endpointHost } from "./signature/sign-endpoint.ts";
export { type PushSigningOptions, signPush } from "./signature/sign-push.ts";
export {
  type SignatureHeader,
  type SignedHeaders,
  type SigningOptions,
  signRequest,
} from "./signature/sign-request.ts";
export type { HeadersLike } from "./signature/signature-headers.ts";
export {
  type SignatureFault,
  type Verification,
  type VerificationOptions,
  verifyRequest,
} from "./signature/verify-request.ts";
