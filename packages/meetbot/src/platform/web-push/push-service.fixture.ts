import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import type { PushNews } from "../../features/alerts/browsers/compose-push.ts";

// A push service and its browsers on this machine, as strict as RFC 8030, 8291 and 8292 and the products are.

/** What a browser was shown. */
export interface Shown {
  browser: string;
  news: PushNews;
  topic: string;
  ttl: number;
  urgency: string;
  subject: string;
}

/** A browser that takes pushes there, signed by one public key only. */
function createBrowser(origin: string, publicKey: string) {
  const own = createECDH("prime256v1");
  own.generateKeys();
  const auth = randomBytes(16);
  const name = randomBytes(9).toString("base64url");
  return {
    ...{ name, own, auth, publicKey, isGone: false },
    subscription: {
      endpoint: `${origin}/push/${name}`,
      keys: { p256dh: own.getPublicKey("base64url"), auth: auth.toString("base64url") },
    },
  };
}

type Browser = ReturnType<typeof createBrowser>;

/** Starts one; `refuse` answers the next push so, whatever it is. */
export async function startPushService(t: TestContext) {
  const browsers = new Map<string, Browser>();
  const shown: Shown[] = [];
  const faults: string[] = [];
  const answers: { status: number; headers?: Record<string, string> }[] = [];
  const waiting = new Set<() => void>();
  let came = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const origin = `http://${request.headers.host}`;
    const planned = answers.shift();
    let status = planned?.status;
    if (status === undefined) {
      try {
        status = take(request, body, origin);
      } catch (error) {
        faults.push(String(error));
        status = 400;
      }
    }
    came += 1;
    const headers = status === 201 ? { location: `${origin}/message/${came}` } : {};
    response.writeHead(status, { ...headers, ...planned?.headers }).end();
    for (const look of waiting) look();
  });
  function take({ method, url = "", headers }: IncomingMessage, body: Buffer, origin: string) {
    const browser = browsers.get(url.replace("/push/", ""));
    if (method !== "POST" || !browser) return 404;
    if (browser.isGone) return 410;
    if (body.length > 4_096) return 413;
    const { subject } = readVapid(headers, browser.publicKey, origin);
    const { ttl = "", urgency = "", topic = "" } = headers as Record<string, string>;
    if (!/^\d+$/.test(ttl)) throw new Error("no TTL");
    if (!["very-low", "low", "normal", "high"].includes(urgency)) throw new Error("no urgency");
    if (!/^[\w-]{1,32}$/.test(topic)) throw new Error("no topic of 32 characters of base64url");
    if (headers["content-encoding"] !== "aes128gcm") throw new Error("another encoding");
    const news = JSON.parse(decrypt(body, browser).toString()) as PushNews;
    shown.push({ browser: browser.name, news, topic, ttl: Number(ttl), urgency, subject });
    return 201;
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, host: new URL(origin).host, shown, faults },
    came: () => came,
    /** The next pushes are answered so. */
    refuse: (...next: typeof answers) => void answers.push(...next),
    open(publicKey: string): Browser {
      const browser = createBrowser(origin, publicKey);
      browsers.set(browser.name, browser);
      return browser;
    },
    /** Resolves once so many pushes came. */
    async until(count: number): Promise<void> {
      while (came < count) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await promise;
        waiting.delete(resolve);
      }
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** RFC 8292: who signs, by the key that the browser subscribed with, for this service, and not for long. */
function readVapid(headers: IncomingHttpHeaders, publicKey: string, origin: string) {
  const [, token = "", key = ""] =
    /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  if (key !== publicKey) throw new Error("another key than the browser subscribed with");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((one) =>
    one.toString("base64url"),
  );
  const jwk = { kty: "EC", crv: "P-256", x: String(x), y: String(y) };
  const signer = {
    key: createPublicKey({ key: jwk, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  } as const;
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    signer,
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("a wrong signature");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
  if (read(head).alg !== "ES256") throw new Error("another algorithm");
  const { aud, exp, sub } = read(claims);
  const leftS = exp - Date.now() / 1_000;
  if (aud !== origin) throw new Error(`for ${aud}`);
  if (!(leftS > 0 && leftS <= 86_400)) throw new Error("ended, or for more than a day");
  if (!/^(mailto:|https:\/\/)/.test(sub) || sub.includes("localhost")) throw new Error(`by ${sub}`);
  return { subject: sub as string };
}

/** RFC 8291 and 8188, written from their texts: HKDF by HMAC, one record, the delimiter behind the text. */
function decrypt(body: Buffer, { own, auth }: Browser): Buffer {
  const salt = body.subarray(0, 16);
  const recordBytes = body.readUInt32BE(16);
  const keyEnd = 21 + body.readUInt8(20);
  const senderKey = body.subarray(21, keyEnd);
  const record = body.subarray(keyEnd);
  if (record.length > recordBytes) throw new Error("more than one record");
  const hmac = (key: Buffer, ...parts: (Buffer | string)[]) =>
    parts.reduce((mac, part) => mac.update(part), createHmac("sha256", key)).digest();
  const expand = (prk: Buffer, info: Buffer | string, length: number) =>
    hmac(prk, info, Buffer.of(1)).subarray(0, length);
  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), own.getPublicKey(), senderKey]);
  const ikm = expand(hmac(auth, own.computeSecret(senderKey)), keyInfo, 32);
  const prk = hmac(salt, ikm);
  const key = expand(prk, "Content-Encoding: aes128gcm\0", 16);
  const nonce = expand(prk, "Content-Encoding: nonce\0", 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("no last record");
  return padded.subarray(0, end);
}
