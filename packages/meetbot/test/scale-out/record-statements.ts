import { Client } from "pg";
import type { Statement } from "./bots-in-statement.ts";

/** By this a store's connections make themselves known; those of tests ask what nothing else asks. */
const isOfStore = /^set application_name = 'meetbot/;

/** A statement that a store has sent. */
export interface SentStatement extends Statement {
  /** Under which it is prepared; absent: it is not. */
  name?: string;
  /** What its connection was set to before. */
  session: string;
}

const statements = new Map<string, Statement>();
const sessions = new WeakMap<Client, string>();
const listeners = new Set<(sent: SentStatement) => void>();
let isRecording = false;
let count = 0;

/** What stores have asked of the database in this process. */
export interface Recorded {
  /** Each statement once. */
  statements: ReadonlyMap<string, Statement>;
  /** How often any was asked. */
  asked(): number;
}

const recorded: Recorded = { statements, asked: () => count };

/** From now on, what stores ask of the database in this process is remembered. */
export function recordStatements(): Recorded {
  if (isRecording) return recorded;
  isRecording = true;
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first, second] = given;
    const one = typeof first === "string" ? { text: first, values: second } : (first as Asked);
    note(this, one);
    return Reflect.apply(query, this, given);
  } as Client["query"];
  return recorded;
}

/** Hears each statement of stores that is sent from now on, until the function that it returns is called. */
export function collectStatements(hear: (sent: SentStatement) => void): () => void {
  recordStatements();
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

function note(client: Client, { text, name, values }: Asked): void {
  if (isOfStore.test(text ?? "")) sessions.set(client, text ?? "");
  const session = sessions.get(client);
  if (!text || session === undefined || text === session) return;
  count += 1;
  const statement = Array.isArray(values) ? { text, values } : { text };
  if (!statements.has(text)) statements.set(text, statement);
  for (const hear of listeners) hear({ ...statement, session, ...(name && { name }) });
}

interface Asked {
  text?: string;
  name?: string;
  values?: unknown;
}
