/** The server's error when a request fails; `network` if the server could not be reached. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: { pointer: string; message: string }[];
  /** Seconds until a retry is allowed, if the server sends them. */
  readonly retryAfterS: number | null;
  /** The server's full response, for fields that only one route returns. */
  readonly said: Readonly<Record<string, unknown>>;

  constructor(said: {
    status: number;
    code: string;
    detail: string;
    request_id?: string | undefined;
    errors?: { pointer: string; message: string }[] | undefined;
    retryAfterS?: number | undefined;
    said?: Readonly<Record<string, unknown>> | undefined;
  }) {
    super(said.detail);
    this.status = said.status;
    this.code = said.code;
    this.requestId = said.request_id ?? null;
    this.errors = said.errors ?? [];
    this.retryAfterS = said.retryAfterS ?? null;
    this.said = said.said ?? {};
  }
}

/** Parses a problem from any answer, even one in an unexpected format. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const said: unknown = await response.json().catch(() => null);
  const all = (said ?? {}) as Record<string, unknown>;
  const { code, detail, message, request_id, errors } = all;
  return new ApiProblem({
    status: response.status,
    code: typeof code === "string" ? code : `http_${response.status}`,
    detail: String(detail ?? message ?? response.statusText),
    request_id: typeof request_id === "string" ? request_id : undefined,
    errors: Array.isArray(errors) ? errors : undefined,
    retryAfterS: Number(response.headers.get("Retry-After")) || undefined,
    said: all,
  });
}
