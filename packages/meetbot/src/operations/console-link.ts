import type { OneTimeLink, Operator } from "@meetbot/model/operator.ts";
import { newToken } from "../secrets/token.ts";
import type {
  InvitationInput,
  PeopleChanges,
  PeopleRefusal,
} from "../store/operators/change-people.ts";
import type { NewLink } from "../store/operators/one-time-links.ts";
import type { Operators } from "../store/operators/operators.ts";

/** A printed link is used soon; an emailed invitation may wait in a mailbox. */
export const linkLifetimesS = { printed: 24 * 60 * 60, invitation: 7 * 24 * 60 * 60 } as const;

/** Makes a one-time link into the console. */
export async function createConsoleLink(
  operators: Operators,
  origin: string,
  input: Omit<NewLink, "token">,
): Promise<string> {
  const token = newToken();
  await operators.createLink({ ...input, token });
  return consoleUrl(origin, token);
}

/** A one-time link, with its URL, which is shown only this once. */
export interface ShownLink {
  link: OneTimeLink;
  url: string;
}

/** Invites a person by email: an existing operator gets access at once, anyone else gets a link. */
export async function inviteOperator(
  people: PeopleChanges,
  origin: string,
  input: Omit<InvitationInput, "token" | "livesForS">,
): Promise<ShownLink | { given: Operator } | PeopleRefusal> {
  const token = newToken();
  const invited = await people.invite({ ...input, token, livesForS: linkLifetimesS.invitation });
  if (typeof invited === "string" || "given" in invited) return invited;
  return { ...invited, url: consoleUrl(origin, token) };
}

/** Creates a sign-in link for an operator who is locked out. */
export async function letIn(
  people: PeopleChanges,
  origin: string,
  operatorId: string,
): Promise<ShownLink | PeopleRefusal> {
  const token = newToken();
  const input = { token, livesForS: linkLifetimesS.printed };
  const link = await people.makeSignInLink(operatorId, input);
  return typeof link === "string" ? link : { link, url: consoleUrl(origin, token) };
}

/** Puts the token after `#`, because browsers send that part to no server and no log. */
function consoleUrl(origin: string, token: string): string {
  return `${origin}/console/welcome#${token}`;
}

/**
 * Returns the origin for such links. It prefers `localhost`, because browsers accept passkeys only for host names, not
 * for IP addresses.
 */
export function linkOrigin(ownOrigins: readonly string[]): string {
  const named = ownOrigins.find((origin) => new URL(origin).hostname === "localhost");
  return named ?? ownOrigins[0] ?? "http://localhost";
}
