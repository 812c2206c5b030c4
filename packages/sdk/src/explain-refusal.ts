import { type SignatureFault, verifyRequest } from "@meetbot/protocol";
import { guessesOf, type SignatureName } from "./signature/signature-guesses.ts";

/** A request that was turned away with 401, and why. */
export interface RefusedRequest {
  body: Uint8Array;
  headers: Headers;
  secrets: readonly string[];
  reason: SignatureFault | "replayed";
}

/** More would only buy a stranger more work of ours. */
const maxSignatures = 8;
const maxSecrets = 4;

/**
 * Explains the cause of a 401 to the developer who sets the webhook up. Never send it to the sender: it would help a
 * stranger too. Repeats nothing of the secret, the body or the headers.
 */
export function explainRefusal(refused: RefusedRequest): string {
  return `Meetbot webhook, 401: ${explanationOf(refused)}`;
}

function explanationOf(refused: RefusedRequest): string {
  const { reason, body, headers } = refused;
  switch (reason) {
    case "missing": {
      const names = ["webhook-id", "webhook-timestamp", "webhook-signature"];
      return `there is no ${names.filter((name) => !headers.has(name)).join(", no ")}. Either a stranger asks, or a proxy drops headers.`;
    }
    case "legacy_only":
      return "there is X-Hub-Signature alone, which can be sent again by anybody. Meetbot sends three webhook- headers beside it: a proxy drops them, or it is another sender, for whom there is allowLegacy.";
    case "stale":
    case "future":
      return `webhook-timestamp lies more than five minutes in the ${reason === "stale" ? "past" : "future"}. Let the server keep time by NTP; sign a saved request anew.`;
    case "no_endpoint":
      return "there is no Meetbot-Endpoint-Signature, which says to which host Meetbot sent this. Either somebody relays what they were sent and left it out, or a proxy drops headers, or the sender is a Meetbot older than this SDK: for that one leave the option url out.";
    case "other_endpoint":
      return wasSentHere(refused)
        ? "Meetbot sent this to the host in its Host header, which the option url does not name. If that host is this webhook's own, add its URL to url."
        : "Meetbot sent this to another host than the option url names: somebody relays what they were sent, or the bot's endpoint has another host than url. Compare the two, and who changed the endpoint: meetbot bot audit.";
    case "replayed":
      return "this very request came before. A retry has a webhook-timestamp of its own: sign it anew.";
  }
  if (body.length === 0) return "the body is empty: something read it before the webhook did.";
  if (Buffer.from(body).toString() === "[object Object]") {
    return "the body is a parsed object that was turned into text: hand the webhook the bytes as they arrived.";
  }
  const timestamp = headers.get("webhook-timestamp");
  if (timestamp !== null && !/^\d{10}$/.test(timestamp)) return formAdvice;
  const accident = findAccident(refused);
  if (accident !== null) return accident;
  return reason === "malformed"
    ? formAdvice
    : "the signature is of another secret or of another body. Compare the secret with the one of this bot, and hand the webhook the bytes as they arrived.";
}

/** Whether the request reached the host it was signed for. If so, the `url` option is out of date. */
function wasSentHere({ body, headers, secrets }: RefusedRequest): boolean {
  const host = headers.get("host");
  if (host === null) return false;
  const nowS = Number(headers.get("webhook-timestamp"));
  const url = [`https://${host}`, `http://${host}`];
  return verifyRequest({ body, headers, secrets: secrets.slice(0, maxSecrets), nowS, url }).valid;
}

const formAdvice =
  "a header has another form. webhook-id: 1 to 64 letters, digits, _ and -. webhook-timestamp: 10 digits, seconds. webhook-signature: v1, and 44 characters of base64. X-Hub-Signature: sha256= and 64 hex digits.";

const forms = {
  "webhook-signature": {
    encoding: "base64",
    rule: "It is HMAC-SHA256 of <webhook-id>.<webhook-timestamp>.<body>, in base64 after v1, with the bytes that the text after whsec_ stands for as the key.",
  },
  "x-hub-signature": {
    encoding: "hex",
    rule: "It is HMAC-SHA256 of the body, in hex after sha256=, with the whole secret as the key, whsec_ included.",
  },
} as const;

function findAccident(refused: RefusedRequest): string | null {
  for (const name of ["webhook-signature", "x-hub-signature"] as const) {
    const given = readDigests(refused.headers.get(name) ?? "");
    const secrets = given.length === 0 ? [] : refused.secrets.slice(0, maxSecrets);
    for (const { says, digest } of secrets.flatMap((each) => guessesOf(name, each, refused))) {
      const match = given.find((one) => one.digest.equals(digest));
      if (match !== undefined) return describe(name, says, match.encoding);
    }
  }
  return null;
}

function describe(name: SignatureName, says: string, encoding: "hex" | "base64"): string {
  const { encoding: right, rule } = forms[name];
  if (encoding !== right) return `${name} ${says} in ${encoding}, not ${right}. ${rule}`;
  if (says === "is right" && name === "webhook-signature") {
    return `${name} holds the right hash in another form. Write v1, and then its 44 characters of base64: with + and /, not - and _, and with the = at the end.`;
  }
  if (says === "is right") {
    return `${name} is right, so are the secret and the body, but webhook-signature is not. ${forms["webhook-signature"].rule}`;
  }
  const advice = says.startsWith("fits") ? "Hand the webhook the bytes as they arrived." : rule;
  return `${name} ${says}. ${advice}`;
}

/** Reads more than the verification does: an accident may lie in how a signature is written. */
function readDigests(header: string): { digest: Buffer; encoding: "hex" | "base64" }[] {
  return header
    .trim()
    .split(" ", maxSignatures)
    .map((part) => part.replace(/^(?:v1,|sha256=)/, ""))
    .map((text) => {
      const encoding = /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64";
      return { digest: Buffer.from(text, encoding), encoding } as const;
    })
    .filter(({ digest }) => digest.length === 32);
}
