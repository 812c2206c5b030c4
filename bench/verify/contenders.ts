import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { pathToFileURL } from "node:url";
import { newSecret, parseQuery, signRequest, verifyRequest } from "@meetbot/protocol";
import { installPeers, peers } from "./peers.ts";

/** Verifies a signed body that arrived as bytes, and parses it; throws or rejects at a wrong one. */
export interface Contender {
  name: string;
  run(body: Buffer): unknown;
}

/** The parts of the peers that are measured. */
interface Peers {
  verify(secret: string, body: string, signature: string): Promise<boolean>;
  StandardWebhook: new (secret: string) => Verifier;
  Svix: new (secret: string) => Verifier;
  Stripe: { webhooks: StripeWebhooks };
}
interface Verifier {
  verify(body: string, headers: Record<string, string>): unknown;
}
interface StripeWebhooks {
  constructEvent(body: string, header: string, secret: string): unknown;
  generateTestHeaderString(options: { payload: string; secret: string }): string;
}

/** What a proxy and Meetbot send beside the signature: verifiers have to look past it. */
const otherHeaders = {
  host: "shop.example",
  accept: "application/json",
  "accept-encoding": "identity",
  "content-type": "application/json; charset=utf-8",
  "user-agent": "Meetbot/0.1.0",
  "x-forwarded-for": "192.0.2.1",
};

/** Everybody with the signature of their own, made for this body; bare node:crypto is the first. */
export async function contendersFor(body: Buffer): Promise<Contender[]> {
  const { verify, StandardWebhook, Svix, Stripe }: Peers = await import(
    pathToFileURL(installPeers()).href
  );
  const secret = newSecret();
  const timestampS = Math.floor(Date.now() / 1000);
  const headers = {
    ...otherHeaders,
    ...signRequest({ body, secret, id: "order_list_1", timestampS }),
  };
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const standard = new StandardWebhook(secret);
  const svix = new Svix(secret);
  const stripeHeader = Stripe.webhooks.generateTestHeaderString({ payload: `${body}`, secret });
  const nameOf = (name: keyof typeof peers) => `${name} ${peers[name]}`;
  return [
    { name: "node:crypto + JSON.parse", run: bareContender(createSecretKey(key), headers) },
    { name: "the same, its key a Buffer", run: bareContender(key, headers) },
    {
      name: "Meetbot, verify + parse",
      run: (bytes) => {
        if (!verifyRequest({ body: bytes, headers, secrets: secret }).valid) throw new Error();
        return parseQuery(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      },
    },
    {
      name: "Meetbot, verify + JSON.parse",
      run: (bytes) => {
        if (!verifyRequest({ body: bytes, headers, secrets: secret }).valid) throw new Error();
        return JSON.parse(`${bytes}`);
      },
    },
    { name: nameOf("standardwebhooks"), run: (bytes) => standard.verify(`${bytes}`, headers) },
    { name: nameOf("svix"), run: (bytes) => svix.verify(`${bytes}`, headers) },
    {
      name: nameOf("stripe"),
      run: (bytes) => Stripe.webhooks.constructEvent(`${bytes}`, stripeHeader, secret),
    },
    {
      name: nameOf("@octokit/webhooks-methods"),
      run: async (bytes) => {
        const text = `${bytes}`;
        if (!(await verify(secret, text, headers["x-hub-signature"]))) throw new Error();
        return JSON.parse(text);
      },
    },
  ];
}

/**
 * The least that is right: one HMAC with a key made once, compared in constant time, and the
 * parser of the platform.
 */
function bareContender(key: Buffer | KeyObject, headers: Record<string, string>): Contender["run"] {
  return (bytes) => {
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
    const digest = createHmac("sha256", key).update(signed).update(bytes).digest();
    const given = Buffer.from(headers["webhook-signature"]?.slice("v1,".length) ?? "", "base64");
    if (!timingSafeEqual(digest, given)) throw new Error();
    return JSON.parse(`${bytes}`);
  };
}
