import type {
  ProviderIdentity,
  ProviderSignOut,
  SingleSignOnSettings,
} from "@meetbot/model/single-sign-on.ts";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import * as openid from "openid-client";
import { algorithmsOf } from "./algorithms.ts";
import { ProviderError } from "./provider-error.ts";
import { readFault } from "./read-fault.ts";
import { readIdentity } from "./read-identity.ts";
import { readSignOut } from "./read-sign-out.ts";
import type { SignInFlow } from "./sign-in-flow.ts";

/** A provider's metadata rarely changes and is cached; its keys are fetched at each sign-in. */
const metadataLivesMs = 5 * 60_000;
const timeoutS = 5;

/** Operators are matched to the provider by its issuer: with another spelling, none would match. */
class IssuerSpelledOtherwiseError extends Error {
  override name = "IssuerSpelledOtherwiseError";
  readonly code = "issuer_spelled_otherwise";
}

interface SignInStep {
  flow: SignInFlow;
  redirectUri: string;
}

/** A company's identity provider. Its methods throw only {@link ProviderError}. */
export interface Provider {
  /** Returns the address where a person signs in. `isAgain`: the provider asks once more who they are. */
  signInUrl(step: SignInStep & { isAgain: boolean }): Promise<string>;
  /** Returns the identity of the operator who came back from the provider, given the address of that request. */
  finish(step: SignInStep & { cameBackAt: URL }): Promise<ProviderIdentity>;
  /** Returns the address that ends the provider's own session; `null` if the provider has none. */
  signOutUrl(idToken: string | null, backTo: string): Promise<string | null>;
  /** Returns what a logout token ends that the provider sent on its own. */
  readSignOut(token: string): Promise<ProviderSignOut>;
}

/** Returns a client for a provider; it sends no request before the first sign-in. */
export function openProvider(
  settings: SingleSignOnSettings,
  fetch: openid.CustomFetch,
  now: () => number = Date.now,
): Provider {
  let found: { metadata: openid.ServerMetadata; at: number } | null = null;
  let keys: { uri: string; get: JWTVerifyGetKey } | null = null;

  async function readMetadata(): Promise<openid.ServerMetadata> {
    if (found && now() - found.at < metadataLivesMs) return found.metadata;
    const asked = await openid.discovery(
      new URL(settings.issuer),
      settings.clientId,
      undefined,
      openid.None(),
      {
        execute: permit(settings),
        [openid.customFetch]: fetch,
        timeout: timeoutS,
      },
    );
    const metadata = { ...asked.serverMetadata() };
    if (metadata.issuer !== settings.issuer) throw new IssuerSpelledOtherwiseError();
    found = { metadata, at: now() };
    return metadata;
  }

  /** Runs for each sign-in, so that no outdated key is used. */
  async function configure(): Promise<openid.Configuration> {
    const metadata = await readMetadata();
    const server = {
      ...metadata,
      id_token_signing_alg_values_supported: algorithmsOf(
        metadata.id_token_signing_alg_values_supported,
      ),
    };
    const { clientId } = settings;
    const way = clientAuthOf(settings, metadata);
    const configuration = new openid.Configuration(server, clientId, undefined, way);
    for (const allow of permit(settings)) allow(configuration);
    configuration[openid.customFetch] = fetch;
    configuration.timeout = timeoutS;
    // Without this, a token counts as signed because it came from the provider's own address.
    openid.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  return {
    signInUrl: ({ flow, redirectUri, isAgain }) =>
      orFault(async () => {
        const configuration = await configure();
        const url = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: settings.scopes,
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(flow.codeVerifier),
          code_challenge_method: "S256",
          ...(isAgain && { prompt: "login", max_age: "0" }),
        });
        return url.href;
      }),
    finish: ({ flow, redirectUri, cameBackAt }) =>
      orFault(async () => {
        const configuration = await configure();
        const at = new URL(redirectUri);
        at.search = cameBackAt.search;
        const tokens = await openid.authorizationCodeGrant(configuration, at, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.codeVerifier,
          idTokenExpected: true,
        });
        return readIdentity(tokens, settings, (accessToken, subject) =>
          openid.fetchUserInfo(configuration, accessToken, subject),
        );
      }),
    signOutUrl: (idToken, backTo) =>
      orFault(async () => {
        const configuration = await configure();
        if (!configuration.serverMetadata().end_session_endpoint) return null;
        const url = openid.buildEndSessionUrl(configuration, {
          post_logout_redirect_uri: backTo,
          ...(idToken !== null && { id_token_hint: idToken }),
        });
        return url.href;
      }),
    readSignOut: (token) =>
      orFault(async () => {
        const metadata = await readMetadata();
        const { issuer, jwks_uri: uri } = metadata;
        if (!uri) throw new TypeError("The provider names no keys.");
        if (keys?.uri !== uri) keys = { uri, get: openKeys(uri, fetch) };
        const algorithms = algorithmsOf(metadata.id_token_signing_alg_values_supported);
        return readSignOut(token, {
          ...{ issuer, algorithms, keys: keys.get, clientId: settings.clientId },
        });
      }),
  };
}

/** Plain HTTP is for a provider on this machine only, as the environment is checked for. */
function permit({ issuer }: SingleSignOnSettings): ((of: openid.Configuration) => void)[] {
  return issuer.startsWith("http:") ? [openid.allowInsecureRequests] : [];
}

function clientAuthOf(
  { clientSecret }: SingleSignOnSettings,
  { token_endpoint_auth_methods_supported: ways }: openid.ServerMetadata,
): openid.ClientAuth {
  if (clientSecret === null) return openid.None();
  const isBasic = ways?.includes("client_secret_basic") ?? true;
  return isBasic ? openid.ClientSecretBasic(clientSecret) : openid.ClientSecretPost(clientSecret);
}

/** Caches keys for ten minutes, and fetches them for an unknown key at most twice a minute. */
function openKeys(uri: string, fetch: openid.CustomFetch): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(uri), {
    timeoutDuration: timeoutS * 1_000,
    [customFetch]: (url, { headers, method, signal }) =>
      fetch(url, {
        body: null,
        headers: Object.fromEntries(headers),
        method,
        redirect: "manual",
        signal,
      }),
  });
}

async function orFault<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new ProviderError(readFault(error), error);
  }
}
