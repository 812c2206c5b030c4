import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { InputOf, OutputOf } from "../../api/routes.ts";
import { useChange } from "../../api/use-route.ts";

export type Passkey = OutputOf<"GET /me/passkeys">["data"][number];
export type Session = OutputOf<"GET /me/sessions">["data"][number];
export type ApiToken = OutputOf<"GET /me/tokens">["data"][number];
export type NewToken = NonNullable<InputOf<"POST /me/tokens">["body"]>;
export type AccountScope = ApiToken["scopes"][number];

export const passwordQuery = queryOptions({
  queryKey: ["account", "password"],
  queryFn: ({ signal }) => api("GET /me/password", {}, { signal }),
});

export const passkeysQuery = queryOptions({
  queryKey: ["account", "passkeys"],
  queryFn: ({ signal }) => api("GET /me/passkeys", {}, { signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: ["account", "sessions"],
  queryFn: ({ signal }) => api("GET /me/sessions", {}, { signal }),
});

export const tokensQuery = queryOptions({
  queryKey: ["account", "tokens"],
  queryFn: ({ signal }) => api("GET /me/tokens", {}, { signal }),
});

/** Changes part of the account, then reloads it. */
export function useAccountChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  return useChange(change, ["account"]);
}
