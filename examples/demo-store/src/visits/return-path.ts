/**
 * The pages that a visitor comes back to after signing in, or after a form. A list of what is allowed, because rules
 * against what is not have holes: browsers take `//evil.example` and `/\evil.example` elsewhere.
 */
const returnPath = /^\/(?:account|orders\/\w+|link\?meetbot_link=[\w-]{43})$/;

/** Where a guest signs in and then comes back to `path`. */
export function toSignInPath(path: string): string {
  return `/?${new URLSearchParams({ next: path })}`;
}

/** The page that the field `next` asks for; `null` when it names none to come back to. */
export function readReturnPath(fields: URLSearchParams): string | null {
  const next = fields.get("next") ?? "";
  return returnPath.test(next) ? next : null;
}
