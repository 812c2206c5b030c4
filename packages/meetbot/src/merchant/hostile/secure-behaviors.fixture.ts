import { answers, type Behavior, does, type Place, sending } from "./behavior.fixture.ts";
import {
  type CertificateFacts,
  certify,
  trustedAuthority,
  unknownAuthority,
} from "./certificates.fixture.ts";
import { chunk, chunkedHead, head, response, validBody } from "./valid-answer.fixture.ts";

const hosts = ["shop.example"];
const right = certify({ hosts, issuer: trustedAuthority });
const whole = response(validBody);

/** A merchant with this certificate, which would answer rightly. */
function shows(
  name: string,
  outcome: Behavior["outcome"],
  detail: RegExp,
  facts: CertificateFacts,
  chain: string[] = [],
): Behavior {
  const { cert, key } = certify({ hosts, issuer: trustedAuthority, ...facts });
  const tls = { cert: [cert, ...chain].join("\n"), key, ciphers: "DEFAULT@SECLEVEL=0" };
  return answers(`shows ${name}`, outcome, whole, { place: { tls }, detail });
}

const intermediate = certify({ name: "Between", issuer: trustedAuthority, isAuthority: true });
const noAuthority = certify({ name: "A shop that certifies", issuer: trustedAuthority });
const { issuer: _, ...selfSigned }: CertificateFacts = { hosts, issuer: trustedAuthority };

const certificates: Behavior[] = [
  shows("a right certificate", "answered", /./, {}),
  shows("a certificate by an intermediate authority", "answered", /./, { issuer: intermediate }, [
    intermediate.cert,
  ]),
  answers("shows a self-signed certificate", "connection_failed", whole, {
    place: { tls: certify(selfSigned) },
    detail: /self-signed.*DEPTH_ZERO_SELF_SIGNED_CERT/,
  }),
  shows(
    "a certificate without the intermediate one",
    "connection_failed",
    /certificates between.*UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    { issuer: intermediate },
  ),
  shows(
    "a certificate of an unknown authority",
    "connection_failed",
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    { issuer: unknownAuthority },
  ),
  shows(
    "a certificate and its unknown authority",
    "connection_failed",
    /no public authority.*SELF_SIGNED_CERT_IN_CHAIN/,
    { issuer: unknownAuthority },
    [unknownAuthority.cert],
  ),
  shows(
    "a certificate by a shop that certifies",
    "connection_failed",
    /certificate cannot be trusted/,
    { issuer: noAuthority },
    [noAuthority.cert],
  ),
  shows("an expired certificate", "connection_failed", /expired: renew it.*CERT_HAS_EXPIRED/, {
    validDays: [-2, -1],
  }),
  shows("a certificate of tomorrow", "connection_failed", /not valid yet.*CERT_NOT_YET_VALID/, {
    validDays: [1, 2],
  }),
  shows(
    "another host's certificate",
    "connection_failed",
    /another host name.*ERR_TLS_CERT_ALTNAME_INVALID/,
    { hosts: ["evil.example"] },
  ),
  shows("a certificate for all of example", "connection_failed", /ERR_TLS_CERT_ALTNAME_INVALID/, {
    hosts: ["*.example"],
  }),
  shows("a certificate for names below", "connection_failed", /ERR_TLS_CERT_ALTNAME_INVALID/, {
    hosts: ["*.shop.example"],
  }),
  shows("a certificate for its address", "connection_failed", /ERR_TLS_CERT_ALTNAME_INVALID/, {
    hosts: ["IP:127.0.0.1"],
  }),
  shows(
    "a certificate with a NUL in its name",
    "connection_failed",
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    { hosts: ["shop.example\0.evil.example"] },
  ),
  shows("a key of 1,024 bits", "connection_failed", /certificate cannot be trusted/, {
    bits: 1_024,
  }),
];

const speaks = (name: string, tls: Place["tls"]) =>
  answers(`speaks ${name}`, "connection_failed", whole, {
    place: { tls: { ...right, ...tls } },
    detail: /no secure connection|closed the connection|reset the connection/,
  });

const versions: Behavior[] = [
  speaks("TLS 1.0 only", { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "ALL@SECLEVEL=0" }),
  speaks("TLS 1.1 only", {
    minVersion: "TLSv1.1",
    maxVersion: "TLSv1.1",
    ciphers: "ALL@SECLEVEL=0",
  }),
  speaks("anonymous ciphers only", { ciphers: "aNULL@SECLEVEL=0", maxVersion: "TLSv1.2" }),
  speaks("HTTP/2 only", { ALPNProtocols: ["h2"] }),
  speaks("with who has a certificate only", {
    requestCert: true,
    rejectUnauthorized: true,
    ca: unknownAuthority.cert,
  }),
  speaks("with who has a certificate only, in TLS 1.2", {
    requestCert: true,
    rejectUnauthorized: true,
    maxVersion: "TLSv1.2",
  }),
  answers("speaks TLS 1.2", "answered", whole, {
    place: { tls: { ...right, maxVersion: "TLSv1.2" } },
  }),
  answers("speaks TLS 1.3", "answered", whole, {
    place: { tls: { ...right, minVersion: "TLSv1.3" } },
  }),
];

const overTls: Place = { tls: right };
const plain: Place = { scheme: "https:" };
const hello = "\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03";

const handshakes: Behavior[] = [
  does("reads a TLS hello and says nothing", "timeout", () => {}, { place: plain }),
  does("says half a TLS hello", "timeout", (connection) => connection.send(hello), {
    place: plain,
  }),
  does(
    "drips a TLS record",
    "timeout",
    (connection) => connection.drip(`\x16\x03\x03\x40\x00${"\0".repeat(999)}`, 10),
    { place: plain },
  ),
  does("hangs up in the handshake", "connection_failed", (connection) => connection.end(hello), {
    place: plain,
  }),
  does("resets in the handshake", "connection_failed", (connection) => connection.reset(), {
    place: plain,
  }),
  does(
    "speaks HTTP where TLS is due",
    "connection_failed",
    (connection) => connection.send(whole),
    {
      place: plain,
    },
  ),
  does(
    "speaks HTTP once it hears TLS",
    "connection_failed",
    (connection) => {
      connection.socket.once("data", () => connection.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    },
    { place: plain },
  ),
  does(
    "sends garbage where TLS is due",
    "connection_failed",
    (connection) => connection.send("garbage".repeat(99)),
    { place: plain },
  ),
  does(
    "sends garbage without end where TLS is due",
    "connection_failed",
    (connection) => connection.flood("garbage".repeat(99)),
    { place: plain },
  ),
  does(
    "refuses the handshake",
    "connection_failed",
    (connection) => connection.send("\x15\x03\x03\x00\x02\x02\x28"),
    { place: plain },
  ),
  does(
    "warns in the handshake without end",
    "connection_failed",
    (connection) => connection.flood("\x15\x03\x03\x00\x02\x01\x70"),
    { place: plain },
  ),
  does("speaks TLS where HTTP is due", "connection_failed", sending(whole), {
    place: { ...overTls, scheme: "http:" },
  }),
  does("speaks TLS and hangs up", "connection_failed", (connection) => connection.end(), {
    place: overTls,
  }),
  does("speaks TLS and says nothing", "timeout", () => {}, { place: overTls }),
  does(
    "speaks TLS and drips",
    "timeout",
    async (connection) => {
      await connection.query();
      await connection.drip(whole, 10);
    },
    { place: overTls },
  ),
  does(
    "speaks TLS and sends a body without end",
    "too_large",
    async (connection) => {
      await connection.query();
      connection.send(head(null));
      await connection.flood(" ".repeat(65_536));
    },
    { place: overTls },
  ),
  does(
    "speaks TLS and sends headers without end",
    "too_large",
    async (connection) => {
      await connection.query();
      connection.send("HTTP/1.1 200 OK\r\n");
      await connection.flood("x:\r\n".repeat(5_000));
    },
    { place: overTls },
  ),
  does(
    "speaks TLS and sends chunks of a byte without end",
    "too_large",
    async (connection) => {
      await connection.query();
      connection.send(chunkedHead);
      await connection.flood(chunk(" ").repeat(4_000));
    },
    { place: overTls },
  ),
];

/** Merchants whose TLS is not as it must be. */
export const secureBehaviors: Behavior[] = [...certificates, ...versions, ...handshakes];
