import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { ApiProblem, readProblem } from "./api-problem.ts";
import { reauthenticate } from "./reauthenticate.ts";

/** The purpose of a one-time link. */
export interface LinkFacts {
  kind: "first" | "invitation" | "sign_in";
  email: string | null;
  bot_id: string | null;
  bot_name: string | null;
  /** The name of the operator who created the link; `null` if the command line created it. */
  invited_by: string | null;
  role: string | null;
  administrator: boolean;
  expires_at: string;
  is_known: boolean;
}

/** Calls one of the sign-in routes. Throws an {@link ApiProblem} on any failure. */
export async function auth<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, {
    method: body ? "POST" : "GET",
    ...(body && {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  }).catch((error: unknown) => {
    throw new ApiProblem({ status: 0, code: "network", detail: String(error) });
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Answer;
}

/** Signs in with a password, which begins a session. Throws as {@link auth} does. */
export const signIn = (email: string, password: string) =>
  auth("/sign-in/email", { email, password });

/** How operators of this server sign in. */
export interface WaysIn {
  /** Their company's identity provider; `null`: none. */
  provider: { label: string } | null;
  /** Whether the identity provider is the only way to sign in. */
  only_provider: boolean;
}

/** Throws as {@link auth} does. */
export const findWaysIn = () => auth<WaysIn>("/ways");

/**
 * Redirects to the company's identity provider, which returns to a page of the console. `again`: the provider must ask
 * for credentials again. Throws like {@link auth}.
 */
export async function goToProvider(next: string, again = false): Promise<void> {
  const { url } = await auth<{ url: string }>("/single-sign-on/begin", { next, again });
  location.assign(url);
}

/**
 * Ends the session of this browser and returns the URL where the company's identity provider ends its own session.
 * Throws as {@link auth} does.
 */
export const signOut = () => auth<{ url: string | null }>("/single-sign-on/sign-out", {});

/** Returns what a one-time link is for, without using it up. Throws as {@link auth} does. */
export const lookAtLink = (token: string) => auth<LinkFacts>("/one-time-link/look", { token });

/** Uses a one-time link, which signs its holder in. Throws as {@link auth} does. */
export const openLink = (
  token: string,
  who: { name?: string; email?: string; password?: string },
) => auth("/one-time-link/open", { token, ...who });

/**
 * Signs in with a passkey; `useAutofill` waits until the user chooses one from the browser's own list. Throws an {@link
 * ApiProblem} if the server refuses, and the browser's own error if the user chooses none.
 */
export async function signInWithPasskey(useAutofill = false): Promise<void> {
  const optionsJSON = await auth<PublicKeyCredentialRequestOptionsJSON>(
    "/passkey/generate-authenticate-options",
  );
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: useAutofill });
  await auth("/passkey/verify-authentication", { response });
}

/**
 * Has the browser create a passkey for the signed-in operator and stores it under a name. Throws an {@link ApiProblem}
 * if the server refuses, and the browser's own error if it creates none.
 */
export async function addPasskey(name: string): Promise<void> {
  const begin = () =>
    auth<PublicKeyCredentialCreationOptionsJSON>("/passkey/generate-register-options");
  const optionsJSON = await begin().catch(async (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.code !== "SESSION_NOT_FRESH") throw error;
    await reauthenticate(error);
    return begin();
  });
  const response = await startRegistration({ optionsJSON });
  await auth("/passkey/verify-registration", { response, name });
}
