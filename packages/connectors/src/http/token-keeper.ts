import { ConnectorError } from "../connector/connector-error.ts";
import { begin, join, type Shared } from "./deadline.ts";

/** A token that a platform gave, and until when it is good. */
export interface Token {
  token: string;
  /** Unix milliseconds. */
  expiresAtMs: number;
}

/** How long before its expiry a token is renewed, so that it never expires during a request. */
const earlyMs = 5 * 60_000;

/** Stores one token, requests the next in time, and never sends two such requests at once. */
export interface TokenKeeper {
  get(): Promise<string>;
  /** Drops a refused token; a newer token that arrived in the meantime stays. */
  drop(token: string): void;
}

/**
 * Returns a keeper of the tokens that `ask` returns. A token too short-lived for early renewal is used for half of its
 * lifetime.
 */
export function createTokenKeeper(ask: () => Promise<Token>, now: () => number): TokenKeeper {
  let kept: { token: string; renewAtMs: number } | null = null;
  let asking: Shared<string> | null = null;

  async function renew(): Promise<string> {
    const { token, expiresAtMs } = await ask();
    const livesMs = expiresAtMs - now();
    kept = { token, renewAtMs: expiresAtMs - Math.min(earlyMs, livesMs / 2) };
    return token;
  }

  async function get(): Promise<string> {
    if (kept !== null && now() < kept.renewAtMs) return kept.token;
    if (asking) return join(asking, get);
    asking = begin(() =>
      renew().finally(() => {
        asking = null;
      }),
    );
    return asking.value;
  }

  return {
    get,
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

/** Sends a request with a token. If the platform revoked the token early, renews it and sends the request once more. */
export async function askWithToken<Answer>(
  tokens: TokenKeeper,
  ask: (token: string) => Promise<Answer>,
): Promise<Answer> {
  const token = await tokens.get();
  try {
    return await ask(token);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.problem !== "unauthorized") throw error;
    tokens.drop(token);
    const next = await tokens.get();
    if (next === token) throw error; // it was given for good
    return ask(next);
  }
}
