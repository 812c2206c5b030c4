import { APIError } from "better-auth/api";
import { codesOf, ProviderError } from "../../../single-sign-on/provider-error.ts";
import { signOutLivesS } from "../../../single-sign-on/read-sign-out.ts";
import { noProvider } from "./begin-sign-in.ts";
import type { SingleSignOnDeps } from "./single-sign-on-deps.ts";

/** Longer than a token is accepted, even if clocks differ. */
const rememberedS = 2 * signOutLivesS;

/**
 * Ends the sessions that the provider reports as over, on all nodes, because sessions are stored in the database.
 * Throws an `APIError` when the token is not from the provider or was used already.
 */
export async function takeSignOut(
  token: string,
  { singleSignOn, signIns, operators, onFault }: SingleSignOnDeps,
): Promise<void> {
  if (!singleSignOn) throw noProvider();
  const ending = await singleSignOn.provider.readSignOut(token).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    onFault(codesOf(error));
    throw error.code === "provider_away" ? keysAway() : noSignOut();
  });
  if (!(await signIns.setMark(ending.tokenId, rememberedS))) throw noSignOut();
  const emails = await signIns.endProviderSessions(ending).catch(async (error: unknown) => {
    // The provider sends it again.
    await signIns.takeMark(ending.tokenId);
    throw error;
  });
  for (const email of new Set(emails)) {
    await operators.record(email, "signed_out", { by: "single_sign_on" });
  }
}

function noSignOut(): APIError {
  return new APIError("BAD_REQUEST", {
    code: "NO_LOGOUT_TOKEN",
    message: "This is no logout token of this server's identity provider, or it was used already.",
  });
}

function keysAway(): APIError {
  return new APIError("SERVICE_UNAVAILABLE", {
    code: "PROVIDER_AWAY",
    message:
      "The provider's keys could not be read, so the token was not looked at. Send it again.",
  });
}
