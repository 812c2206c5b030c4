import { newToken } from "../secrets/token.ts";
import type { NewLink } from "../store/operators/one-time-links.ts";
import type { OperatorShelf } from "../store/operators/operator-shelf.ts";

/** A link that is printed is used soon; one that is sent to somebody may lie in a mailbox. */
export const linkLifetimesS = { printed: 24 * 60 * 60, invitation: 7 * 24 * 60 * 60 } as const;

/**
 * Makes a one-time link into the console. The token stands behind `#`, which browsers send to no
 * server and no log.
 */
export async function createConsoleLink(
  operators: OperatorShelf,
  origin: string,
  order: Omit<NewLink, "token">,
): Promise<string> {
  const token = newToken();
  await operators.createLink({ ...order, token });
  return `${origin}/console/welcome#${token}`;
}

/** The origin that stands in such links: browsers take passkeys for names only, not for addresses. */
export function linkOrigin(ownOrigins: readonly string[]): string {
  const named = ownOrigins.find((origin) => new URL(origin).hostname === "localhost");
  return named ?? ownOrigins[0] ?? "http://localhost";
}
