/** Hashing passes within a second. */
export const retryPasswordAfterS = 1;

/** A refusal in the form that better-auth has, with a code and words of ours. */
export function refuseSignIn(
  status: 403 | 404 | 429,
  code: string,
  message: string,
  retryAfterS?: number,
): Response {
  const headers = retryAfterS === undefined ? {} : { "Retry-After": String(retryAfterS) };
  return Response.json({ code, message }, { status, headers });
}

/** Returns why better-auth refused to hash a password for now; `null` for any other error. */
export function readPasswordRefusal(error: unknown): string | null {
  const isRefusal = error instanceof Error && "status" in error;
  return isRefusal && error.status === "TOO_MANY_REQUESTS" ? error.message : null;
}
