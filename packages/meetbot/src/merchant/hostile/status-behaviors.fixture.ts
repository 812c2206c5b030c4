import { answers, type Behavior } from "./behavior.fixture.ts";
import { head, merchantWords, response, validBody } from "./valid-answer.fixture.ts";

const page = `<html><body>${merchantWords}</body></html>`;

function withStatus(status: number, outcome: Behavior["outcome"], more: string[] = []): Behavior {
  const also = more.length > 0 ? ` and ${more.join(", ")}` : "";
  return answers(`says ${status}${also}`, outcome, response(page, { status, headers: more }));
}

const redirects = [
  ...[300, 301, 302, 303, 304, 305, 306, 307, 308].map((status) => withStatus(status, "redirect")),
  ...[
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:5432/",
    "http://shop.example/webhook",
    "https://shop.example/webhook",
    "/webhook",
    "//evil.example/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "",
    "x".repeat(8_000),
  ].map((location, index) =>
    answers(
      `redirects to ${location.slice(0, 40) || "nowhere"}`,
      "redirect",
      response(page, {
        status: [301, 302, 303, 307, 308][index % 5]!,
        headers: [`location: ${location}`],
      }),
    ),
  ),
];

const errors = [
  ...[
    400, 402, 404, 405, 406, 407, 408, 409, 411, 412, 413, 414, 415, 417, 418, 421, 422, 423, 424,
    425, 426, 428, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 525, 530, 599,
    600, 700, 999,
  ].map((status) => withStatus(status, "http_status")),
  withStatus(410, "gone"),
  withStatus(401, "signature_refused"),
  withStatus(401, "signature_refused", ['www-authenticate: Basic realm="x"']),
  withStatus(403, "signature_refused"),
  withStatus(407, "http_status", ["proxy-authenticate: Basic"]),
  ...["", "0", "1", "3600", "99999999999", "-1", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"].map(
    (retryAfter) => withStatus(429, "http_status", [`retry-after: ${retryAfter}`]),
  ),
  withStatus(503, "http_status", ["retry-after: 1"]),
  withStatus(503, "http_status", ["retry-after: 86400"]),
  answers("says 500 with a right answer", "http_status", response(validBody, { status: 500 })),
  answers("says 404 with a right answer", "http_status", response(validBody, { status: 404 })),
  answers(
    "says 401 with a right answer",
    "signature_refused",
    response(validBody, { status: 401 }),
  ),
  answers("says 302 with a right answer", "redirect", response(validBody, { status: 302 })),
  answers("says 500 and nothing else", "http_status", response("", { status: 500 })),
];

const successes = [
  ...[200, 201, 202, 203, 206, 207, 226, 299].map((status) =>
    answers(`says ${status} with a right answer`, "answered", response(validBody, { status })),
  ),
  ...[200, 201, 202, 205].map((status) =>
    answers(`says ${status} and nothing else`, "invalid_json", response("", { status })),
  ),
  answers("says 204", "invalid_json", head(null, { status: 204 })),
  answers("says 204 with a right answer", "invalid_json", response(validBody, { status: 204 })),
  answers("says 304 with a right answer", "redirect", response(validBody, { status: 304 })),
  answers(
    "says 206 and which part it is",
    "answered",
    response(validBody, { status: 206, headers: ["content-range: bytes 0-9/999"] }),
  ),
];

const headers = [
  "set-cookie: session=1; Domain=example; Path=/",
  'alt-svc: h3=":443"; ma=86400',
  "refresh: 0; url=http://169.254.169.254/",
  "location: http://169.254.169.254/",
  "link: <http://169.254.169.254/>; rel=preload",
  "retry-after: 3600",
  "clear-site-data: *",
  "strict-transport-security: max-age=99999999",
  "content-disposition: attachment; filename=../../etc/passwd",
  "content-location: http://169.254.169.254/",
  "proxy-connection: keep-alive",
].map((line) =>
  answers(`adds ${line.split(":")[0]}`, "answered", response(validBody, { headers: [line] })),
);

/** Merchants that say something with a status or a header. */
export const statusBehaviors: Behavior[] = [...redirects, ...errors, ...successes, ...headers];
