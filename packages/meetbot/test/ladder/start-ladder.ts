import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Mail } from "@meetbot/model/mail.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import pino from "pino";
import { parseKeyRing } from "../../src/secrets/key-ring.ts";
import { startServer } from "../../src/server/start-server.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { logForm } from "../../src/tracing/log-form.ts";
import { createMigratedDatabase } from "../database.ts";
import type { CgroupScope } from "../fixtures/machine.ts";
import { type ShopsServer, startShopsServer } from "./shops-server.ts";

/** A node with all that facts can come out of. */
export interface LadderNode {
  url: string;
  store: Store;
  shops: ShopsServer;
  /** Unix milliseconds, as the node reads its database's clock. */
  now(): number;
  /** Sets the database's clock forward from now, in milliseconds. */
  setAhead(ms: number): void;
  mails: Mail[];
  /** Does something while nobody else does such a thing, and returns which conversations were mailed by it. */
  mailsDuring(work: () => Promise<unknown>): Promise<Mail[]>;
  /** Bodies of calls that leave to people's own servers, by the path. */
  alerts: { path: string; body: string }[];
  alertsUrl: string;
  logged: string[];
}

/** Starts a node in this process on a database of its own: the shops, the mails, the alerts and the log are read here. */
export async function startLadder(scope: CgroupScope): Promise<LadderNode> {
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const { url: connection, drop } = await createMigratedDatabase();
  const keyRing = parseKeyRing(randomBytes(32).toString("base64"));
  const opened = await openStore({ connection, keyRing });
  const clock = { ...opened.clock, now };
  const store: Store = { ...opened, clock };
  const shops = await startShopsServer(scope, now);
  const { host, bodies, url: alertsUrl } = await startListener(scope);
  const mails: Mail[] = [];
  const logged: string[] = [];
  const server = await startServer({
    store,
    mailer: {
      async send(mail) {
        mails.push(mail);
        return "sent";
      },
    },
    ...{ host: "127.0.0.1", port: 0, hosts: null, ownOrigins: () => [] },
    publicUrl: "https://bots.example",
    proofOfWork: "off",
    waitForMoreMs: 0,
    trustedProxies: ["127.0.0.1"],
    outboundAllow: () => parseAllowList([shops.host, host]),
    log: pino({ level: "trace", ...logForm }, { write: (line: string) => logged.push(line) }),
  });
  scope.after(async () => {
    await server.close();
    await opened.close();
    await drop();
  });
  let mailing: Promise<unknown> = Promise.resolve();
  return {
    mailsDuring(work) {
      const done = mailing.then(async () => {
        const before = mails.length;
        await work();
        return mails.slice(before).filter(({ unsubscribe, thread }) => !unsubscribe && !thread);
      });
      mailing = done;
      return done;
    },
    ...{ url: server.url, store, shops, now, mails, alerts: bodies, alertsUrl, logged },
    setAhead(ms) {
      aheadMs = ms;
    },
  };
}

async function startListener(scope: CgroupScope) {
  const bodies: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    bodies.push({ path: request.url ?? "", body: await text(request) });
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  scope.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { bodies, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}` };
}
