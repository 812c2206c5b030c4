import { readFileSync } from "node:fs";
import { signRequest } from "@meetbot/protocol";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** The headers of every query, except those that authenticate the sender. */
export const unsignedHeaders: Readonly<Record<string, string>> = {
  "content-type": "application/json; charset=utf-8",
  accept: "application/json",
  "accept-encoding": "identity",
  "user-agent": `Meetbot/${version}`,
};

/** What to sign, when, with which secrets and for which host. */
export interface Signing {
  /** The URL that the query is sent to. */
  url: string;
  id: string;
  body: Buffer;
  /** Unix seconds of this exchange. */
  timestampS: number;
  /** The first secret signs `X-Hub-Signature`; every secret signs the two other headers. */
  secrets: readonly [string, ...string[]];
}

/** All headers of a query. */
export function signedHeaders(signing: Signing): Record<string, string> {
  const { secrets, ...signed } = signing;
  const [secret, ...alsoSign] = secrets;
  return { ...unsignedHeaders, ...signRequest({ ...signed, secret, alsoSign }) };
}
