import { AddressRefusedError } from "./address-refused-error.ts";
import { explainVerdict } from "./explain-verdict.ts";
import { type Failure, failed } from "./outcome.ts";

/** What a merchant is told about failures of the connection, by the code of undici, Node or OpenSSL. */
const explanations: Record<string, string> = {
  ECONNREFUSED: "nothing listens at the endpoint's host and port",
  ECONNRESET: "the server reset the connection before its answer was complete",
  EPIPE: "the server closed the connection while the query was being sent",
  ENOTFOUND: "the endpoint's host name does not exist",
  EAI_AGAIN: "the endpoint's host name could not be looked up",
  UND_ERR_CONNECT_TIMEOUT: "the server accepted no connection in time",
  UND_ERR_SOCKET: "the server closed the connection before its answer was complete",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer's length differs from its Content-Length",
};

/**
 * Turns whatever ended an exchange into a typed failure. `deadlineMs` is given when the deadline
 * has passed. The text names codes only: system messages hold addresses.
 */
export function explainFailure(error: unknown, deadlineMs: number | null): Failure {
  if (deadlineMs !== null) {
    return failed("timeout", `no complete answer within ${deadlineMs / 1_000} s`);
  }
  if (error instanceof AddressRefusedError) {
    return failed("address_refused", explainVerdict(error.reason));
  }
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return failed("too_large", "the answer's headers exceed 16 KiB");
  }
  const explanation = /^HPE_|^HTTPParserError$/.test(code)
    ? "the server's answer is not valid HTTP"
    : (explanations[code] ?? "the connection failed");
  return { ...failed("connection_failed", `${explanation} (${code})`), code };
}

/** The first error code along the causes. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    // undici's parser gives some of its errors no code.
    if (at.name === "HTTPParserError") return at.name;
  }
  return "unknown error";
}
