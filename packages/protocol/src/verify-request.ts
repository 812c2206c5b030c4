import { timingSafeEqual } from "node:crypto";
import { toWebhookKey } from "./secret.ts";
import { hash, hashWebhook } from "./sign-request.ts";
import { type HeadersLike, readSignatureHeaders } from "./signature-headers.ts";

/** Clocks of honest machines differ by less; a captured request is worth nothing after it. */
const defaultToleranceS = 300;

/** A rotation needs two. More would only buy a stranger more work of ours. */
const maxSignatures = 8;

const hubSignature = /^(?:sha256=)?([0-9a-f]{64})$/i;
const webhookId = /^[A-Za-z0-9_-]{1,64}$/;
const webhookTimestamp = /^\d{10}$/;
const webhookSignature = /^v1,([A-Za-z0-9+/]{43}=)$/;

/** Why a request is not Meetbot's. For the log: whoever sent it hears one answer for all. */
export type SignatureFault =
  | "missing"
  | "malformed"
  | "stale"
  | "future"
  | "mismatch"
  | "legacy_only";

/** `id` and `timestampS` are null where only the body was signed. */
export type Verification =
  | { valid: true; id: string | null; timestampS: number | null }
  | { valid: false; reason: SignatureFault };

export interface VerificationOptions {
  /** The bytes as they arrived, before any parser. */
  body: string | Uint8Array;
  headers: HeadersLike;
  /** One signing secret, or several while they are rotated. */
  secrets: string | readonly string[];
  /** Unix seconds; the clock where absent. */
  nowS?: number;
  /** Seconds a timestamp may lie before or after now. */
  toleranceS?: number;
  /** Accepts a request that carries `X-Hub-Signature` alone. Such a request can be replayed. */
  allowLegacy?: boolean;
}

/**
 * Tells whether Meetbot sent this request. Never throws on what a stranger sends. As soon as one of
 * the three `webhook-` headers is there they decide alone: a right `X-Hub-Signature` rescues no
 * wrong one, and neither its absence nor, during a rotation, another secret's harms a right one.
 */
export function verifyRequest(options: VerificationOptions): Verification {
  const headers = readSignatureHeaders(options.headers);
  const secrets = [options.secrets].flat();
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": list } = headers;
  if (id === undefined && timestamp === undefined && list === undefined) {
    return verifyHubSignature(options, secrets, headers["x-hub-signature"]);
  }
  if (id === undefined || timestamp === undefined || list === undefined) return fault("missing");

  const signatures = parseSignatures(list);
  if (!webhookId.test(id) || !webhookTimestamp.test(timestamp) || signatures.length === 0) {
    return fault("malformed");
  }
  const timestampS = Number(timestamp);
  const ageS = (options.nowS ?? Math.floor(Date.now() / 1000)) - timestampS;
  const toleranceS = options.toleranceS ?? defaultToleranceS;
  if (!(ageS <= toleranceS)) return fault("stale");
  if (!(ageS >= -toleranceS)) return fault("future");

  const digests = toUsableKeys(secrets).map((key) => hashWebhook(key, id, timestamp, options.body));
  return anyEqual(digests, signatures) ? { valid: true, id, timestampS } : fault("mismatch");
}

function verifyHubSignature(
  options: VerificationOptions,
  secrets: readonly string[],
  header: string | undefined,
): Verification {
  if (header === undefined) return fault("missing");
  if (options.allowLegacy !== true) return fault("legacy_only");
  const hex = hubSignature.exec(header.trim())?.[1];
  if (hex === undefined) return fault("malformed");
  const usable = secrets.filter((secret) => toUsableKeys([secret]).length > 0);
  const digests = usable.map((secret) => hash(secret, options.body));
  return anyEqual(digests, [Buffer.from(hex, "hex")])
    ? { valid: true, id: null, timestampS: null }
    : fault("mismatch");
}

/** The `v1` signatures of the list. Other versions are skipped; a list too long is no list. */
function parseSignatures(list: string): Buffer[] {
  const parts = list.split(" ", maxSignatures + 1);
  if (parts.length > maxSignatures) return [];
  return parts.flatMap((part) => {
    const base64 = webhookSignature.exec(part)?.[1];
    return base64 === undefined ? [] : [Buffer.from(base64, "base64")];
  });
}

/** Compares all with all in constant time: the time taken tells nothing about a secret. */
function anyEqual(digests: readonly Buffer[], signatures: readonly Buffer[]): boolean {
  let equal = false;
  for (const digest of digests) {
    for (const signature of signatures) {
      equal = timingSafeEqual(digest, signature) || equal;
    }
  }
  return equal;
}

/** An empty key would verify what anybody can sign. */
function toUsableKeys(secrets: readonly string[]): Buffer[] {
  return secrets.map(toWebhookKey).filter((key) => key.length > 0);
}

function fault(reason: SignatureFault): Verification {
  return { valid: false, reason };
}
