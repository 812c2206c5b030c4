import { generateKeyPairSync, randomBytes } from "node:crypto";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import forge from "node-forge";

const dayMs = 86_400_000;

/** A certificate with its key, as a server loads them. */
export interface Certificate {
  cert: string;
  key: string;
}

/** What a certificate says. */
export interface CertificateFacts {
  /** Host names, or addresses as `IP:127.0.0.1`. */
  hosts?: string[];
  /** Self-signed where absent. */
  issuer?: Certificate & { name: string };
  name?: string;
  isAuthority?: boolean;
  /** Days from now. */
  validDays?: [from: number, to: number];
  bits?: number;
}

/** Making keys takes long, and nothing here rests on their being different. */
const keys = new Map<number, ReturnType<typeof newKey>>();

function newKey(modulusLength: number) {
  return generateKeyPairSync("rsa", {
    modulusLength,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

/** Makes a certificate. */
export function certify({
  hosts = [],
  issuer,
  name = "A shop",
  isAuthority = false,
  validDays: [from, to] = [-1, 1],
  bits = 2_048,
}: CertificateFacts): Certificate & { name: string } {
  const { privateKey, publicKey } = keys.get(bits) ?? newKey(bits);
  keys.set(bits, { privateKey, publicKey });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A first byte of its own: a positive number, in the shortest form that DER allows.
  certificate.serialNumber = `01${randomBytes(8).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() + from * dayMs);
  certificate.validity.notAfter = new Date(Date.now() + to * dayMs);
  certificate.setSubject([{ name: "commonName", value: name }]);
  certificate.setIssuer([{ name: "commonName", value: issuer?.name ?? name }]);
  const altNames = hosts.map((host) =>
    host.startsWith("IP:") ? { type: 7, ip: host.slice(3) } : { type: 2, value: host },
  );
  certificate.setExtensions([
    { name: "basicConstraints", cA: isAuthority, critical: true },
    ...(altNames.length > 0 ? [{ name: "subjectAltName", altNames }] : []),
  ]);
  certificate.sign(
    forge.pki.privateKeyFromPem(issuer?.key ?? privateKey),
    forge.md.sha256.create(),
  );
  return { cert: forge.pki.certificateToPem(certificate), key: privateKey, name };
}

/** An authority that this process trusts beside the public ones. */
export const trustedAuthority = certify({ name: "A public authority", isAuthority: true });
setDefaultCACertificates([...getCACertificates("default"), trustedAuthority.cert]);

/** An authority that nobody trusts. */
export const unknownAuthority = certify({ name: "An unknown authority", isAuthority: true });
