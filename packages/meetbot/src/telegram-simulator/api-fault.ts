/** A "no" of the Bot API, as Telegram words and numbers it. */
export class ApiFault extends Error {
  override name = "ApiFault";
  readonly code: number;
  readonly retryAfterS: number | undefined;

  constructor(code: number, description: string, retryAfterS?: number) {
    super(description);
    this.code = code;
    this.retryAfterS = retryAfterS;
  }
}

/** Returns the fault for an invalid request. */
export function badRequest(what: string): ApiFault {
  return new ApiFault(400, `Bad Request: ${what}`);
}

/** Returns the fault for too many calls; the bot may retry after `retryAfterS`. */
export function tooMany(retryAfterS: number): ApiFault {
  return new ApiFault(429, `Too Many Requests: retry after ${retryAfterS}`, retryAfterS);
}

/** The envelope in which every fault travels. */
export function envelopeOf({ code, message, retryAfterS }: ApiFault): object {
  const parameters = retryAfterS === undefined ? undefined : { retry_after: retryAfterS };
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
}
