import { Client } from "pg";
import type { Statement } from "./bots-in-statement.ts";

/** By this a store's connections make themselves known; those of tests ask what nothing else asks. */
const isOfStore = /^set application_name = 'meetbot/;

const statements = new Map<string, Statement>();
const ofStores = new WeakSet<Client>();
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
    if (isOfStore.test(one.text ?? "")) ofStores.add(this);
    else if (one.text && ofStores.has(this)) {
      count += 1;
      const { text, values } = one;
      if (!statements.has(text)) {
        statements.set(text, Array.isArray(values) ? { text, values } : { text });
      }
    }
    return Reflect.apply(query, this, given);
  } as Client["query"];
  return recorded;
}

interface Asked {
  text?: string;
  values?: unknown;
}
