import { errors } from "undici";
import { AddressRefusedError } from "../addresses/address-refused-error.ts";
import { explainVerdict } from "../addresses/explain-verdict.ts";
import { ResponseTooLargeError } from "./limit-responses.ts";
import { type Failure, failed } from "./outcome.ts";

/** Connection failures in words for the merchant, by the error code of undici, Node or OpenSSL. */
const explanations: Record<string, string> = {
  MEETBOT_CONNECTOR_ENDED: "the connector stopped in the middle of its work, and is started again",
  MEETBOT_CONNECTOR_PAUSED: "the connector stopped again and again, and is tried again soon",
  MEETBOT_CONNECTOR_BUSY: "too many queries wait for the connector",
  MEETBOT_CONNECTOR_UNKNOWN:
    "the shop is not connected any more by what the endpoint names: connect it again",
  MEETBOT_LISTENER_GONE:
    "the developer's machine that listened is gone; the endpoint is asked again from now on",
  MEETBOT_LISTENER_SILENT: "the developer's machine listens, but its webhook gave no usable answer",
  ECONNREFUSED: "nothing listens at the endpoint's host and port",
  ECONNRESET: "the server reset the connection before its answer was complete",
  EPIPE: "the server closed the connection while the query was being sent",
  ENOTFOUND: "the endpoint's host name does not exist",
  EAI_AGAIN: "the endpoint's host name could not be looked up",
  UND_ERR_CONNECT_TIMEOUT: "the server accepted no connection in time",
  UND_ERR_SOCKET: "the server closed the connection before its answer was complete",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer's length differs from its Content-Length",
  CERT_HAS_EXPIRED: "the server's certificate has expired: renew it",
  CERT_NOT_YET_VALID: "the server's certificate is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "the server's certificate is self-signed: get one of a public authority",
  SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate is of no public authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the server's certificate is of no public authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "the server does not send the certificates between its own and a public authority's",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another host name",
};

/**
 * Turns the error that ended an exchange into a typed failure. `deadlineMs` is set if the deadline has passed. The text
 * contains only codes, because system messages contain addresses.
 */
export function explainFailure(error: unknown, deadlineMs: number | null): Failure {
  if (deadlineMs !== null) {
    return failed("timeout", `no complete answer within ${deadlineMs / 1_000} s`);
  }
  if (error instanceof AddressRefusedError) {
    return failed("address_refused", explainVerdict(error.reason));
  }
  if (error instanceof ResponseTooLargeError) return failed("too_large", error.message);
  if (error instanceof errors.HTTPParserError)
    return failed("connection_failed", explainParse(error));
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return failed("too_large", "the answer's headers exceed 16 KiB");
  }
  const explanation = explanations[code] ?? explanationOfFamily(code);
  return { ...failed("connection_failed", `${explanation} (${code})`), code };
}

/**
 * Explains a response that is not valid HTTP, with the parser's own words, such as "Invalid header token". They contain
 * nothing of the parsed data.
 */
function explainParse({ message }: Error): string {
  const fault = /\(([\w '/,-]+)\)$/.exec(message)?.[1];
  return `the server's answer is not valid HTTP${fault === undefined ? "" : ` (${fault})`}`;
}

function explanationOfFamily(code: string): string {
  if (/^(ERR_SSL|ERR_TLS|EPROTO$)/.test(code)) {
    return "no secure connection came about: the port has to speak TLS 1.2 or newer";
  }
  // OpenSSL's codes for certificate failures.
  return /^(CERT_|CRL_|INVALID_|UNABLE_TO_|UNSPECIFIED$)/.test(code)
    ? "the server's certificate cannot be trusted"
    : "the connection failed";
}

/** The first error code along the causes. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "unknown error";
}
