/** Enough of a signature to compare it by eye, too little to replay it. */
const SHOWN_CHARACTERS = 8;

/** The headers that hold signatures. */
const signatureHeaders = ["x-hub-signature", "webhook-signature", "meetbot-endpoint-signature"];

/**
 * Makes what truncates the signatures of one query wherever they stand: in its headers, and in what
 * the other side sends back, for servers that are being set up like to echo what they receive.
 */
export function signatureTruncation(headers: Record<string, string>): (text: string) => string {
  const signatures = signatureHeaders.flatMap((name) =>
    [...(headers[name] ?? "").matchAll(/(?:sha256=|v1,)(\S+)/g)].map(([, value = ""]) => value),
  );
  // PHP writes a slash in JSON as \/.
  const spellings = signatures.flatMap((value) => [value, value.replaceAll("/", "\\/")]);
  return (text) =>
    spellings.reduce(
      (left, value) => left.replaceAll(value, `${value.slice(0, SHOWN_CHARACTERS)}…`),
      text,
    );
}
