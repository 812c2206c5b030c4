import { type KeyObject, timingSafeEqual } from "node:crypto";
import { endpointHost, signEndpoint } from "./sign-endpoint.ts";
import { hashBody } from "./sign-request.ts";
import { signWebhook } from "./sign-webhook.ts";
import { type HeadersLike, readSignatureHeaders } from "./signature-headers.ts";
import { storeWebhookKey } from "./webhook-key.ts";

/** Clocks of honest machines differ by less; a captured request is worth nothing after it. */
const defaultToleranceS = 300;

/** A rotation needs two. More would only buy a stranger more work of ours. */
const maxSignatures = 8;

const hubSignature = /^(?:sha256=)?([0-9a-f]{64})$/i;
const webhookId = /^[A-Za-z0-9_-]{1,64}$/;
const webhookTimestamp = /^\d{10}$/;
const webhookSignature = /^v1,[A-Za-z0-9+/]{43}=$/;

/** Why a request is not Meetbot's. For the log: the sender gets the same answer for all. */
export type SignatureFault =
  | "missing"
  | "malformed"
  | "stale"
  | "future"
  | "mismatch"
  | "legacy_only"
  | "no_endpoint"
  | "other_endpoint";

/** `id` and `timestampS` are null if only the body was signed. */
export type Verification =
  | { valid: true; id: string | null; timestampS: number | null }
  | { valid: false; reason: SignatureFault };

export interface VerificationOptions {
  /** The bytes as they arrived, before any parser. */
  body: string | Uint8Array;
  headers: HeadersLike;
  /** One signing secret, or several while they are rotated. */
  secrets: string | readonly string[];
  /** Unix seconds; defaults to the clock. */
  nowS?: number;
  /** Seconds a timestamp may lie before or after now. */
  toleranceS?: number;
  /** Accepts a request that carries `X-Hub-Signature` alone. Such a request can be replayed. */
  allowLegacy?: boolean;
  /**
   * The webhook's own public URL, or several: then a request is valid only if Meetbot sent it to one of their hosts.
   * Without it, anyone who receives one query may relay it.
   */
  url?: string | readonly string[] | undefined;
}

/**
 * Checks whether Meetbot sent this request. Never throws, whatever a stranger sends. If any of the three `webhook-`
 * headers is present, they alone decide: a valid `X-Hub-Signature` does not make up for an invalid one. A missing
 * `X-Hub-Signature`, or during a rotation one made with another secret, does not invalidate a valid one.
 */
export function verifyRequest(options: VerificationOptions): Verification {
  const headers = readSignatureHeaders(options.headers);
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": list } = headers;
  if (id === undefined || timestamp === undefined || list === undefined) {
    return (id ?? timestamp ?? list) === undefined
      ? verifyHubSignature(options, headers["x-hub-signature"])
      : fault("missing");
  }
  const signatures = parseSignatures(list);
  if (!webhookId.test(id) || !webhookTimestamp.test(timestamp) || signatures.length === 0) {
    return fault("malformed");
  }
  const timestampS = Number(timestamp);
  const ageS = (options.nowS ?? Math.floor(Date.now() / 1000)) - timestampS;
  const toleranceS = options.toleranceS ?? defaultToleranceS;
  if (!(ageS <= toleranceS)) return fault("stale");
  if (!(ageS >= -toleranceS)) return fault("future");

  const isMeetbots = isSigned(options, signatures, (key) =>
    signWebhook(key, id, timestamp, options.body),
  );
  if (!isMeetbots) return fault("mismatch");
  const sentTo = headers["meetbot-endpoint-signature"];
  const isOwn = (url: string) => {
    const host = endpointHost(url);
    if (host === null || sentTo === undefined) return false;
    const sign = (key: KeyObject) => signEndpoint(key, id, timestamp, host);
    return isSigned(options, parseSignatures(sentTo), sign);
  };
  if (options.url === undefined || [options.url].flat().some(isOwn)) {
    return { valid: true, id, timestampS };
  }
  return fault(sentTo === undefined ? "no_endpoint" : "other_endpoint");
}

function verifyHubSignature(
  options: VerificationOptions,
  header: string | undefined,
): Verification {
  if (header === undefined) return fault("missing");
  if (options.allowLegacy !== true) return fault("legacy_only");
  // This signature covers no host: a caller that checks for relays cannot accept it.
  if (options.url !== undefined) return fault("no_endpoint");
  const hex = hubSignature.exec(header.trim())?.[1];
  if (hex === undefined) return fault("malformed");
  return isSigned(options, [hex.toLowerCase()], (_, secret) => hashBody(secret, options.body))
    ? { valid: true, id: null, timestampS: null }
    : fault("mismatch");
}

/** The `v1` signatures of the list. Other versions are skipped; a list too long is no list. */
function parseSignatures(list: string): string[] {
  const parts = list.split(" ", maxSignatures + 1);
  if (parts.length > maxSignatures) return [];
  return parts.filter((part) => webhookSignature.test(part));
}

/** Compares every secret with every signature in constant time, so that the duration reveals nothing about a secret. */
function isSigned(
  { secrets }: VerificationOptions,
  signatures: readonly string[],
  digestWith: (key: KeyObject, secret: string) => string,
): boolean {
  let isEqual = false;
  for (const secret of typeof secrets === "string" ? [secrets] : secrets) {
    const key = storeWebhookKey(secret);
    if (key.symmetricKeySize === 0) continue; // it would verify what anybody can sign
    const digest = Buffer.from(digestWith(key, secret));
    for (const signature of signatures) {
      isEqual = timingSafeEqual(digest, Buffer.from(signature)) || isEqual;
    }
  }
  return isEqual;
}

function fault(reason: SignatureFault): Verification {
  return { valid: false, reason };
}
