import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measureConcerns } from "./concerns.ts";
import { readCorpora } from "./corpora.ts";
import { languageModelEntry } from "./engine.ts";
import { installPeer, type PeerName, peerPackages } from "./peers.ts";
import type { Result } from "./run-engine.ts";
import { measureTopics } from "./topics.ts";

if (!readCorpora()) {
  console.log(
    "MEETBOT_EVAL_DIR holds no recognition/: measured on the grammar's held-out templates.",
  );
}
const models = process.env.MEETBOT_LLM_URL ? [languageModelEntry] : [];
const engines = ["meetbot", "rules alone", ...models, ...(Object.keys(peerPackages) as PeerName[])];
const results = engines.map(run).filter((result) => result !== null);
const [own] = results;
for (const corpus of Object.keys(own?.quality ?? {})) {
  const { positives = 0, lines = 0 } = own?.quality[corpus] ?? {};
  console.log(`\n${corpus}: ${positives} of ${lines} lines ask for an order or a parcel`);
  console.table(
    Object.fromEntries(
      results.map(({ engine, quality }) => {
        const {
          f1 = 0,
          heard = 0,
          auc = null,
          falseHits = 0,
          askedInVain = 0,
        } = quality[corpus] ?? {};
        return [
          engine,
          {
            F1: round(f1),
            "answered or asked": Number.isFinite(heard) ? round(heard) : "-",
            AUC: auc === null ? "-" : round(auc),
            "false hits": falseHits,
            "asked in vain": askedInVain,
          },
        ];
      }),
    ),
  );
}
console.log(
  "\nTopics: MEETBOT_TOPIC_LINES names a file of lines; without it, own lines kept apart",
);
console.table(measureTopics());
console.log(
  "\nConcerns, % of the lines; of foreign lines, and of requests for orders unless a mood, all are false",
);
console.table(measureConcerns());
console.log("\nCost, and how many times as much as Meetbot's");
console.table(Object.fromEntries(results.map((result) => [result.engine, costOf(result)])));

/** Runs an engine by itself; one that cannot be had is named and left out. */
function run(engine: string): Result | null {
  try {
    if (engine in peerPackages) installPeer(engine as PeerName);
    const script = fileURLToPath(new URL("run-engine.ts", import.meta.url));
    const output = execFileSync(process.execPath, [...process.execArgv, script, engine], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Result;
  } catch (error) {
    console.log(`${engine} is left out: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function costOf({ speed, memoryBytes, diskBytes }: Result) {
  return {
    "p50 µs": round(speed.p50),
    "p99 µs": round(speed.p99),
    "p50 ratio": round(speed.p50 / (own?.speed.p50 ?? 1)),
    "memory MB": round(memoryBytes / 1e6),
    "on disk MB": round(diskBytes / 1e6),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
