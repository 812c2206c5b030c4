import type { ConnectorProblem } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { retryAfterS } from "./retry-after.ts";

/** More is no answer to a question about a page of orders; a `fetch` may refuse it before it is read. */
export const maxAnswerBytes = 2 * 1024 * 1024;

/** A shop's JSON answer, with any status. */
export interface ShopAnswer {
  status: number;
  headers: Headers;
  json: unknown;
}

/** The connection problem that an HTTP status indicates, unless the platform is more specific. */
const problems: Readonly<Record<number, ConnectorProblem>> = {
  401: "unauthorized",
  402: "unavailable",
  403: "missing_scope",
  404: "not_this_platform",
  405: "not_this_platform",
  410: "not_this_platform",
  423: "unavailable",
  429: "throttled",
};

/** Parses an answer, or throws the `ConnectorError` for its status and form. */
export async function readAnswer(
  answer: Response,
  { expected = [], nowMs }: { expected?: readonly number[] | undefined; nowMs: number },
): Promise<ShopAnswer> {
  const { status, headers } = answer;
  if (status >= 300 && status < 400) throw redirected(answer);
  const isJson = /^application\/([\w.-]{1,40}\+)?json\b/i.test(headers.get("content-type") ?? "");
  const isExpected = (status >= 200 && status < 300) || (isJson && expected.includes(status));
  if (!isExpected) {
    const problem = problems[status] ?? (status >= 500 ? "unavailable" : "broken_answer");
    dropBody(answer);
    const page = isJson ? "" : ", and a page instead of data";
    throw new ConnectorError(
      problem,
      `The shop answers HTTP ${status}${page}.`,
      problem === "throttled" ? retryAfterS(answer, nowMs) : undefined,
    );
  }
  if (status === 204) return { status, headers, json: null };
  if (!isJson) {
    dropBody(answer);
    throw new ConnectorError(
      "not_this_platform",
      `The shop answers HTTP ${status} and a page instead of data: at this address is no API.`,
    );
  }
  return { status, headers, json: parse(await readText(answer)) };
}

/** Cancels the body of an answer that is not read, without waiting for the cancellation. */
export function dropBody({ body }: Response): void {
  body?.cancel().catch(() => {}); // it ended by itself
}

function redirected(answer: Response): ConnectorError {
  const to = URL.parse(answer.headers.get("location") ?? "", answer.url || undefined);
  const where = to === null ? "" : ` to ${to.origin}`;
  return new ConnectorError(
    "not_this_platform",
    `The shop answers HTTP ${answer.status}: it moves on${where}. Give the address that it moves to.`,
  );
}

/** Returns the error for an answer above the size limit. */
export const tooLong = () => new ConnectorError("broken_answer", "The answer is too long.");

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) throw tooLong();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConnectorError("broken_answer", "The shop says JSON, and what it sends is none.");
  }
}
