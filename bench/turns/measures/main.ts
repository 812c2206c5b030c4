import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { compareContenders } from "./compare-contenders.ts";
import { compareFirst } from "./first-customers.ts";
import { comparePair } from "./pair.ts";

// Durable turns: customers ask where their order is, the shop is asked, the answer is stored and
// reaches them. Every process is a real one: the bot, its PostgreSQL, the shop, the load.

const { values } = parseArgs({
  options: {
    /** 10, with --pair 3 for each slice. */
    seconds: { type: "string" },
    conversations: { type: "string", default: "32" },
    /** Contenders whose name or channel has this. */
    only: { type: "string", default: "" },
    /** Conversations in the database before the first one is opened. */
    stored: { type: "string", default: "0" },
    /** So many turns of the first contender, for its memory; 0: no such run. */
    turns: { type: "string", default: "0" },
    /** The folder of another checkout, which is measured beside this one. */
    pair: { type: "string" },
    /** With --pair or --first: so many slices of each. */
    slices: { type: "string", default: "8" },
    /** Customers who come, instead of ones who ask over and over. */
    first: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const { pair, only, json } = values;
const [conversations, slices] = [Number(values.conversations), Number(values.slices)];
const seconds = Number(values.seconds ?? (pair === undefined ? 10 : 3));

if (pair !== undefined || values.first) {
  const [load] = loadavg();
  if (!json) console.log(`Others keep ${load?.toFixed(1)} processors busy before it begins.`);
}
if (values.first) await compareFirst({ pair, slices, json });
else if (pair !== undefined) {
  const channel = only.includes("Messenger") ? "Messenger" : "web chat";
  await comparePair({ folder: pair, channel, slices, seconds, conversations, json });
} else {
  const [stored, turns] = [Number(values.stored), Number(values.turns)];
  await compareContenders({ seconds, conversations, only, stored, turns, json });
}
