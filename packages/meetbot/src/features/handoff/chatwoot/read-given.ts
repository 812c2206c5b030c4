import type { BridgeSecrets } from "@meetbot/model/bridge/bridge.ts";
import type { ReadBridge } from "../form/bridge.ts";
import { isId } from "./place.ts";

/** Longer is no address and no key. */
const maxGivenLength = 500;

/** Chatwoot's tokens have 24 characters of base58; other versions may use other formats, without spaces. */
const key = /^[\x21-\x7e]{8,200}$/;

/**
 * Parses what an operator copies from Chatwoot: its address, the account's number, the API inbox's identifier and
 * secret, and a user's access token; `identity` only if the inbox enforces it.
 */
export function readGiven(given: Record<string, string | undefined>, isOwn: boolean): ReadBridge {
  const at = (field: string) => (given[field] ?? "").trim().slice(0, maxGivenLength);
  const url = readOrigin(at("url"), isOwn);
  if ("fault" in url) return { ...url, field: "url" };
  const account = at("account");
  if (!isId(account)) return { fault: "invalid_account", field: "account" };
  // The inbox identifier becomes part of URL paths.
  const inbox = at("inbox");
  if (!/^[\w-]{8,64}$/.test(inbox)) return { fault: "invalid_inbox", field: "inbox" };
  const keys: Record<string, string> = {};
  for (const field of ["token", "secret", "identity"]) {
    const value = at(field);
    if (value === "" && field === "identity") continue;
    if (!key.test(value)) return { fault: `invalid_${field}`, field };
    keys[field] = value;
  }
  const secrets: BridgeSecrets = { url: url.origin, account, inbox, ...keys };
  return { secrets, shown: `${new URL(url.origin).host} · ${account}` };
}

/** Refuses a URL with a path, which is the page that the operator was viewing: the API is at the root of its host. */
function readOrigin(text: string, isOwn: boolean): { origin: string } | { fault: string } {
  if (!URL.canParse(text)) return { fault: "invalid_url" };
  const url = new URL(text);
  const isHttp = url.protocol === "https:" || url.protocol === "http:";
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "";
  if (!isHttp || url.username !== "" || url.password !== "") return { fault: "invalid_url" };
  if (url.protocol === "http:" && !isOwn) return { fault: "not_https" };
  return isBare ? { origin: url.origin } : { fault: "not_root" };
}
