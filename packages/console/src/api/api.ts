import { ApiProblem, readProblem } from "./api-problem.ts";
import { reauthenticate } from "./reauthenticate.ts";
import type { InputOf, OutputOf, RouteKey } from "./routes.ts";
import { sendOnce } from "./send-once.ts";

interface Wishes {
  signal?: AbortSignal;
  /** Of a write that may be sent again later: it is done once. */
  idempotencyKey?: string;
}

/**
 * Calls a route of the admin API. Throws an {@link ApiProblem} for any failure, or the browser's own error if the call
 * was aborted.
 */
export async function api<Key extends RouteKey>(
  route: Key,
  ...[input, wishes]: Record<never, never> extends InputOf<Key>
    ? [input?: InputOf<Key>, wishes?: Wishes]
    : [input: InputOf<Key>, wishes?: Wishes]
): Promise<OutputOf<Key>> {
  const ask = async () => {
    const response = await request(route, input ?? {}, wishes);
    if (response.status === 204) return undefined as OutputOf<Key>;
    return (await response.json()) as OutputOf<Key>;
  };
  // A request that can be cancelled is a query, whatever its method: see `check-url`.
  if (wishes?.signal || wishes?.idempotencyKey || route.startsWith("GET ")) return ask();
  return sendOnce(`${route} ${JSON.stringify(input)}`, ask);
}

interface AnyInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Like {@link api}, but returns the raw response, for streams and files. Throws the same errors. */
export async function request(
  route: RouteKey,
  input: AnyInput,
  { signal, idempotencyKey: ownKey }: Wishes = {},
): Promise<Response> {
  const [method = "GET", path = ""] = route.split(" ");
  // A retry sends the same key, so the server performs the write once.
  const idempotencyKey = method === "GET" ? null : (ownKey ?? newKey());
  const send = () =>
    fetch(toUrl(path, input), {
      method,
      headers: {
        Accept: "application/json",
        ...(idempotencyKey && { "Idempotency-Key": idempotencyKey }),
        ...(input.body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new ApiProblem({ status: 0, code: "network", detail: String(error) });
    });
  const response = await send();
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.code !== "reauthentication_required") throw problem;
  await reauthenticate(problem);
  const again = await send();
  if (again.ok) return again;
  throw await readProblem(again);
}

/** Returns a random key that is practically unique. (`randomUUID` is available over https only.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The address of a route, for links and frames too. */
export function toUrl(path: string, { path: params = {}, query = {} }: AnyInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ""}`;
}
