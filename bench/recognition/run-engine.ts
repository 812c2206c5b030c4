// Measures one engine in a process of its own, so that its memory is its own: prints one JSON line.
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { intentModelFile } from "../../packages/meetbot/src/recognition/model/files.ts";
import { drawTraining } from "../../packages/meetbot/training/train.ts";
import { type Corpora, readCorpora } from "./corpora.ts";
import { type Engine, isOrderIntent, languageModelEntry } from "./engine.ts";
import { measureQuality, measureSpeed, type Quality, type Speed } from "./measure.ts";
import { installPeer, type PeerName, peerPackages, trainPeer } from "./peers.ts";

export interface Result {
  engine: string;
  quality: Record<string, Quality>;
  speed: Speed;
  /** What comes to be in memory with the engine: its code, its model, what training left. */
  memoryBytes: number;
  diskBytes: number;
}

const folder = fileURLToPath(new URL("../../packages/meetbot/training", import.meta.url));
const name = process.argv[2] ?? "";
const { learned, own, heldOut } = drawTraining(folder);
const lessons = [...learned, ...own].map(({ text, intent, language }) => ({
  text,
  intent,
  language,
}));
const corpora: Corpora = readCorpora() ?? {
  "held-out en": linesOf("en"),
  "held-out zh": linesOf("zh"),
};
const before = memory();
const engine = await start();
const memoryBytes = memory() - before;
const quality: Result["quality"] = {};
for (const [corpus, lines] of Object.entries(corpora)) {
  quality[corpus] = await measureQuality(engine, lines);
}
const speed = await measureSpeed(engine, corpora);
const result: Result = { engine: name, quality, speed, memoryBytes, diskBytes: diskBytes() };
console.log(JSON.stringify(result));

async function start(): Promise<Engine> {
  if (name in peerPackages) return trainPeer[name as PeerName](lessons);
  const { meetbot, rulesAlone, withLanguageModel } = await import("./own-engines.ts");
  if (name === languageModelEntry) return withLanguageModel();
  return name === "meetbot" ? meetbot : rulesAlone;
}

function linesOf(language: "en" | "zh") {
  return heldOut
    .filter((sample) => sample.language === language)
    .map(({ text, intent }) => ({ text, isOrder: isOrderIntent(intent) }));
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

function diskBytes(): number {
  if (name === "meetbot") return statSync(intentModelFile).size;
  if (!(name in peerPackages)) return 0;
  const folder = installPeer(name as PeerName);
  const files = globSync("**/*", { cwd: folder }).map((file) => statSync(join(folder, file)));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
