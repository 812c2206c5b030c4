import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Seat, WireMessage } from "../fixtures/conversation.ts";

/** Someone who chatted with a version, and what they had read by then. */
export interface KeptCustomer {
  conversationId: string;
  token: string;
  messages: WireMessage[];
}

/** A database as a version left it, and what its operator and customers have in hand. */
export interface KeptState {
  /** The version or the commit that ran on it. */
  name: string;
  /** When it was kept, in ISO 8601. */
  at: string;
  masterKey: string;
  botId: string;
  signingSecret: string;
  identitySecret: string;
  pushSecret: string | null;
  /** Of the first operator, who is signed in. */
  operator: { email: string; password: string; cookie: string };
  /** Has an answer, and is kept posted of the order where the version offered that. */
  answered: KeptCustomer & { isSubscribed: boolean };
  /** Their message was acknowledged, and the shop was being asked when all ended. */
  waiting: KeptCustomer;
  /** In Messenger: one message was sent, and the next was to be tried again. */
  messengerUserId: string;
  /** What `meetbot backup` wrote, in Base64; null: the version had no such command. */
  backup: string | null;
  /** All that is in the database. */
  sql: string;
}

const folder = new URL(".", import.meta.url);
const ending = ".json.gz";

/** The names of all states that are kept. */
export function keptNames(): string[] {
  const files = readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith(ending));
  return files.map((file) => file.slice(0, -ending.length)).sort();
}

export function readState(name: string): KeptState {
  return JSON.parse(gunzipSync(readFileSync(new URL(name + ending, folder))).toString());
}

export function writeState(state: KeptState): void {
  const file = new URL(state.name + ending, folder);
  writeFileSync(file, gzipSync(JSON.stringify(state, null, 2), { level: 9 }));
}

/** Where a customer sat, at a server that runs now. */
export function seatAt(url: string, botId: string, customer: KeptCustomer): Seat {
  const { conversationId, token } = customer;
  return { base: `${url}/chat/${botId}`, conversationId, token };
}

/**
 * The dump as if it had been made now: what was a minute ago then is a minute ago now, so that nothing in it has
 * ended meanwhile.
 */
export function madeNow(sql: string, at: string, now = Date.now()): string {
  const later = now - Date.parse(at);
  const moved = (text: string, ms: number) => new Date(Date.parse(text) + ms).toISOString();
  return sql
    .replace(/'(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?\+00'/g, (_, day, time, part = "") => {
      const moment = moved(`${day}T${time}Z`, later).slice(0, 19);
      return `'${moment.replace("T", " ")}${part}+00'`;
    })
    .replace(
      /'(\d{4}-\d\d-\d\d)'/g,
      (_, day) => `'${moved(`${day}T00:00:00Z`, later).slice(0, 10)}'`,
    );
}
