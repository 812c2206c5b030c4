import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { today } from "./database/calendar-date.ts";
import { openDatabase } from "./database/schema.ts";
import type { ChatPlace, IdentityKey, NewsPlace, ShopNews } from "./database/shop.ts";
import { openNews } from "./push/open-news.ts";
import { createRoutes, webhookPath } from "./routes.ts";
import { seedDatabase } from "./seed/seed-database.ts";

export interface DemoStoreOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address it listens on; this machine alone (127.0.0.1) where absent. */
  host?: string;
  /** The host in its own links; the address it listens on where absent. */
  linkHost?: string;
  /** As Meetbot showed it: `whsec_…`. */
  signingSecret: string;
  /** Lets the shop vouch for its shoppers; without it all of them are guests to the bot. */
  identity?: IdentityKey;
  /** The chat that stands on its pages; none where absent. */
  chat?: ChatPlace;
  /** Where it tells what happens; nowhere where absent. */
  news?: NewsPlace;
  /** Made and filled where it is missing; `:memory:` forgets everything in the end. */
  databaseFile: string;
  /** The day (YYYY-MM-DD) that the dates of a new shop count from; the current one where absent. */
  today?: string;
}

export interface DemoStore {
  /** Where browsers find it. */
  url: string;
  /** Where Meetbot, on this machine, finds its webhook. */
  webhookUrl: string;
  close(): Promise<void>;
}

const thisMachine = "127.0.0.1";

/** Opens the shop. Closes what it opened when it fails. */
export async function startDemoStore(options: DemoStoreOptions): Promise<DemoStore> {
  const database = openDatabase(options.databaseFile);
  const server = createServer();
  let news: ShopNews | undefined;
  const close = async () => {
    await closeServer(server);
    await news?.close();
    database.close();
  };

  try {
    seedDatabase(database, options.today ?? today());
    const { host = thisMachine, identity, chat } = options;
    const port = await listen(server, host, options.port);
    const near = host === "0.0.0.0" || host === "::" ? thisMachine : host;
    const url = toUrl(options.linkHost ?? near, port);
    news = options.news && openNews(database, options.news);
    const shop = {
      ...{ database, url },
      ...(identity && { identity }),
      ...(chat && { chat }),
      ...(news && { news }),
    };
    server.on("request", createRoutes(shop, options.signingSecret));
    return { url, webhookUrl: `${toUrl(near, port)}${webhookPath}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Another program listens where the shop should. */
export class PortTakenError extends Error {
  override name = "PortTakenError";
  readonly code = "port_taken";
}

function toUrl(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    const message = `port ${port} is taken: stop the program that holds it, or choose another port`;
    throw new PortTakenError(message, { cause });
  }
  return (server.address() as AddressInfo).port;
}

/** Cuts what is still open: in a slow outage there are answers that would never end. */
async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
