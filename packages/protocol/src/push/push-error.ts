/** All reasons for refusing a push: the HTTP status, and the number from the origin document. */
export const pushErrors = {
  /** Meetbot stored nothing; the shop may send the same push again. */
  unavailable: { status: 503, number: 10000 },
  too_many: { status: 429, number: 10000 },
  no_signature: { status: 401, number: 10001 },
  bad_signature: { status: 401, number: 10002 },
  no_id: { status: 400, number: 10003 },
  no_method: { status: 400, number: 10004 },
  unknown_method: { status: 400, number: 10005 },
  unknown_bot: { status: 404, number: 10006 },
  no_recipient: { status: 400, number: 10007 },
  bad_recipient: { status: 400, number: 10008 },
  recipient_kind: { status: 400, number: 10009 },
  other_body: { status: 409, number: 10011 },
  /** A parameter is missing, or the body is no JSON at all. */
  no_params: { status: 400, number: 10100 },
  bad_params: { status: 400, number: 10101 },
  too_large: { status: 413, number: 10100 },
} as const satisfies Record<string, { status: number; number: number }>;

export type PushErrorCode = keyof typeof pushErrors;

/**
 * A rejected push. The message says what is wrong and how to fix it, and never repeats a value, because it goes back to
 * the sender and into logs.
 */
export class PushError extends Error {
  override readonly name = "PushError";
  readonly code: PushErrorCode;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The number of the answer's `error.code`. */
  readonly number: number;
  /** The place as a JSON Pointer (RFC 6901); "" is the body as a whole. */
  readonly pointer: string;

  constructor(code: PushErrorCode, pointer: string, message: string) {
    super(message);
    this.code = code;
    this.status = pushErrors[code].status;
    this.number = pushErrors[code].number;
    this.pointer = pointer;
  }
}
