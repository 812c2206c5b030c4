import { createRequire } from "node:module";
import { join } from "node:path";
import { installApart } from "../../scripts/install-apart.ts";
import { type Engine, isOrderIntent, type Lesson, toWords } from "./engine.ts";

/** The package each peer comes in. */
export const peerPackages = {
  "node-nlp": { "node-nlp": "4.27.0" },
  wink: { "wink-naive-bayes-text-classifier": "2.2.1" },
} as const;

export type PeerName = keyof typeof peerPackages;

/** Where a peer lies, installed beside the workspace: it is nobody's dependency. */
export const installPeer = (name: PeerName): string =>
  installApart(`bench-recognition-${name}`, peerPackages[name]);

const requireFrom = (name: PeerName): NodeJS.Require =>
  createRequire(join(installPeer(name), "package.json"));

/** Trains each peer on the same lessons, with the settings its own documentation starts with. */
export const trainPeer: Readonly<
  Record<PeerName, (lessons: readonly Lesson[]) => Promise<Engine>>
> = { "node-nlp": trainNodeNlp, wink: trainWink };

interface Ranked {
  intent: string;
  score: number;
}

function toVerdict(ranked: readonly Ranked[], top = ranked[0]?.intent ?? "other") {
  const score = ranked
    .filter(({ intent }) => isOrderIntent(intent))
    .reduce((sum, { score }) => sum + score, 0);
  return { isOrder: isOrderIntent(top), score };
}

async function trainNodeNlp(lessons: readonly Lesson[]): Promise<Engine> {
  const { NlpManager } = requireFrom("node-nlp")("node-nlp");
  const manager = new NlpManager({
    languages: ["en", "zh"],
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
  });
  for (const { text, intent, language } of lessons) manager.addDocument(language, text, intent);
  await manager.train();
  return {
    async classify(utterance) {
      const { intent, classifications } = await manager.process(localeOf(utterance), utterance);
      return toVerdict(classifications ?? [], intent);
    },
  };
}

const localeOf = (text: string): "en" | "zh" => (/\p{Script=Han}/u.test(text) ? "zh" : "en");

async function trainWink(lessons: readonly Lesson[]): Promise<Engine> {
  const classifier = requireFrom("wink")("wink-naive-bayes-text-classifier")();
  classifier.definePrepTasks([toWords]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const { text, intent } of lessons) classifier.learn(text, intent);
  classifier.consolidate();
  return {
    classify(utterance) {
      const odds: [string, number][] = classifier.computeOdds(utterance);
      const best = Math.max(...odds.filter(([intent]) => isOrderIntent(intent)).map(([, o]) => o));
      const other = Math.max(
        ...odds.filter(([intent]) => !isOrderIntent(intent)).map(([, o]) => o),
      );
      return { isOrder: isOrderIntent(odds[0]?.[0] ?? "other"), score: best - other };
    },
  };
}
