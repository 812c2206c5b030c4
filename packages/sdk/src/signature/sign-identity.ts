import { createHmac } from "node:crypto";
import { comparableNumber, isAccount, isPhone } from "@meetbot/protocol";

/** Long enough for a page to load and open its chat on a slow line. */
const defaultLifetimeS = 300;

/** Meetbot refuses tokens that live longer: a token is made for one page view. */
const maxLifetimeS = 600;

/** A key shorter than the hash weakens it: RFC 7518 3.2 requires 256 bits for HS256. */
const minSecretBytes = 32;

/** The longest order number that Meetbot accepts. */
const maxNumberLength = 64;

/** An intended phone number: `+` and digits, with any separators. */
const spelledPhone = /^\s*\+[\d\s().-]*$/;

/** Which argument of `signIdentity`, `signLink` or `signUnlink` is wrong. */
export type IdentityErrorCode =
  | "invalid_identity_secret"
  | "invalid_bot_id"
  | "invalid_account"
  | "invalid_subscribe"
  | "invalid_link"
  | "invalid_lifetime";

/** The shop's own code requests a token that Meetbot would refuse. The message repeats no argument. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
  readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface IdentityOptions {
  /** The identity secret as Meetbot showed it (`whsec_…`), next to the signing secret and different from it. */
  identitySecret: string | undefined;
  botId: string | undefined;
  /**
   * The signed-in customer, exactly as `question.account` names them: usually the email. Write a phone number in E.164,
   * `+8613812345678`.
   */
  account: string;
  /** Whole seconds, 1 to 600. */
  expiresInS?: number;
  /** Unix milliseconds. */
  now?: () => number;
}

/** What the shop vouches for besides the customer's identity. */
export interface ChatIdentityOptions extends IdentityOptions {
  /**
   * The number of the customer's order for which they ticked, in the checkout, that they want updates. Absent: none.
   * Never set it for a customer who did not tick it.
   */
  subscribe?: string;
}

/**
 * Returns a token that identifies the customer who is signed in at the shop: a JWT (HS256) that the page passes to the
 * chat. Create it on the server, for each page view, from the session and never from the request. Throws an {@link
 * IdentityError} if an option cannot be right, for example if nobody is signed in.
 */
export function signIdentity({ subscribe, ...options }: ChatIdentityOptions): string {
  if (subscribe === undefined) return signClaims(options, {});
  if (!isOrderNumber(subscribe)) {
    throw new IdentityError(
      "invalid_subscribe",
      `subscribe is no order number of 1 to ${maxNumberLength} characters, with a letter or a digit in it. Give the number that the customer sees, or leave it out where they did not ask to be told.`,
    );
  }
  return signClaims(options, { subscribe });
}

const isOrderNumber = (number: unknown): number is string =>
  typeof number === "string" && number.length <= maxNumberLength && comparableNumber(number) !== "";

/**
 * Signs an identity with additional claims; without any, the identity is for the chat on a page. Throws an {@link
 * IdentityError} if an option is invalid.
 */
export function signClaims(options: IdentityOptions, purpose: Record<string, unknown>): string {
  checkOptions(options);
  const { identitySecret, botId, account, expiresInS = defaultLifetimeS, now = Date.now } = options;
  const iat = Math.floor(now() / 1000);
  const claims = { sub: account, aud: botId, iat, exp: iat + expiresInS, ...purpose };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  const signature = createHmac("sha256", identitySecret!).update(signed).digest("base64url");
  return `${signed}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

/** Looks at types too: most shops are JavaScript, and an unset variable is `undefined` there. */
function checkOptions(options: IdentityOptions): void {
  const { identitySecret, botId, account, expiresInS = defaultLifetimeS } = options;
  const fault = secretFault(identitySecret);
  if (fault !== null) {
    throw new IdentityError(
      "invalid_identity_secret",
      `The identity secret ${fault}. Copy it as Meetbot showed it when the bot was created: whsec_ and what follows.`,
    );
  }
  checkBotId(botId);
  if (!isAccount(account)) {
    throw new IdentityError(
      "invalid_account",
      "The account is no text of 1 to 254 characters without control characters. Give the account of the customer who is signed in, and make no token for one who is not.",
    );
  }
  if (spelledPhone.test(account) && !isPhone(account)) {
    throw new IdentityError(
      "invalid_account",
      "The account begins like a phone number and is not one in E.164, such as +8613812345678: + and the country code, then digits alone. Give it as question.account has it.",
    );
  }
  if (!Number.isInteger(expiresInS) || expiresInS < 1 || expiresInS > maxLifetimeS) {
    throw new IdentityError(
      "invalid_lifetime",
      `expiresInS is not a whole number from 1 to ${maxLifetimeS}. Leave it out for ${defaultLifetimeS} seconds.`,
    );
  }
}

/** Refuses a variable that is not set. Throws an {@link IdentityError}. */
export function checkBotId(botId: unknown): string {
  if (typeof botId === "string" && botId.trim() !== "") return botId;
  throw new IdentityError(
    "invalid_bot_id",
    "The bot id is missing or blank. Give the id Meetbot showed when the bot was created.",
  );
}

function secretFault(secret: unknown): string | null {
  if (typeof secret !== "string" || secret === "") return "is missing or empty";
  if (/\s/.test(secret)) return "holds white space, perhaps a line break copied with it";
  return Buffer.byteLength(secret) < minSecretBytes
    ? `has fewer than ${minSecretBytes} bytes`
    : null;
}
