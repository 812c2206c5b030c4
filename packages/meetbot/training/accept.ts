// Measures on development lines what training needs to know of them, and keeps the numbers. The lines are no
// part of the project: MEETBOT_EVAL_DIR names the folder that holds them as recognition/*.jsonl.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mask } from "../src/recognition/mask.ts";
import { type Heads, type Script, scripts } from "../src/recognition/model/intent-model.ts";
import { readMasked, readSigns, scriptOf, signNames } from "../src/recognition/signs.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import { chooseThresholds, f1, type WeighedLine } from "./choose-thresholds.ts";
import { countRules } from "./count-rules.ts";
import { type Development, developmentFile } from "./development.ts";
import { type DevelopmentLine, foldA, foldB, readFold } from "./development-lines.ts";
import { fitHeads } from "./fit-heads.ts";
import { fitStack, type StackExample } from "./fit-stack.ts";
import { fitStacks, type StackWeights } from "./fit-stacks.ts";
import { readLessons } from "./lessons.ts";
import { drawTraining } from "./train.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const evalFolder = process.env.MEETBOT_EVAL_DIR ?? "";
const lines = { a: readFold(evalFolder, foldA), b: readFold(evalFolder, foldB) };
if (lines.a.size < foldA.length || lines.b.size < foldB.length) {
  throw new Error("MEETBOT_EVAL_DIR must hold recognition/ with all development lines.");
}
const { learned, own } = drawTraining(folder);
const lessons = readLessons(learned, own);
const heads = fitHeads(lessons);
const prior = fitPrior([...lines.a.values()].flat(), heads);
const stacks = fitStacks(lessons, prior);
const weighed = new Map(
  [...lines.b].map(([name, of]) => [name, of.map((line) => weighLine(line, heads, stacks))]),
);
const ofScript = (script: Script) =>
  [...weighed.values()].flat().filter((line) => line.script === script);
const thresholds = perScript((script) => chooseThresholds(ofScript(script)));
const rules = perScript((script) => countRules([...lines.b.values()].flat(), script));
const development: Development = { prior, thresholds, rules };
writeFileSync(join(folder, developmentFile), `${JSON.stringify(development, null, 2)}\n`);
console.log(thresholds);
console.table(
  Object.fromEntries([...weighed].map(([name, of]) => [name, { F1: f1Of(of), lines: of.length }])),
);

function perScript<Value>(of: (script: Script) => Value): Record<Script, Value> {
  return Object.fromEntries(scripts.map((script) => [script, of(script)])) as Record<Script, Value>;
}

function signsOf({ text }: DevelopmentLine, heads: Heads) {
  const { masked } = mask(normalize(text));
  return { script: scriptOf(masked), signs: readSigns(readMasked(masked, heads), heads.words) };
}

/** The weights of the few signs of which lines tell most; the others are learned from own lines. */
function fitPrior(lines: readonly DevelopmentLine[], heads: Heads): Development["prior"] {
  const told = ["words", "clause", "concepts", "no concepts", "no anchor", "order rule"];
  const places = told.map((name) => signNames.indexOf(name));
  const read = lines.map((line) => ({ ...signsOf(line, heads), isOrder: line.isOrder }));
  return perScript((script) => {
    const examples = read
      .filter((line) => line.script === script)
      .map(
        ({ signs, isOrder }): StackExample => ({
          signs: Float64Array.from(places, (place) => signs[place] ?? 0),
          isOrder,
          weight: 1,
        }),
      );
    const [, ...weights] = fitStack(examples, {
      mean: new Float64Array(told.length + 1),
      strength: Float64Array.from([1e-3, ...told.map(() => 2)]),
    });
    return Object.fromEntries(
      told.map((name, index) => [name, Math.round((weights[index] ?? 0) * 1000) / 1000]),
    );
  });
}

function weighLine(
  line: DevelopmentLine,
  heads: Heads,
  stacks: Record<Script, StackWeights>,
): WeighedLine & { script: Script } {
  const { script, signs } = signsOf(line, heads);
  const { bias, weights } = stacks[script];
  const odds = signNames.reduce(
    (sum, name, index) => sum + (weights[name] ?? 0) * (signs[index] ?? 0),
    bias,
  );
  const { isOrder, isFar, isNearMiss } = line;
  return { odds, script, isOrder, isFar, isNearMiss };
}

function f1Of(lines: readonly (WeighedLine & { script: Script })[]): number {
  const shifted = lines.map((line) => {
    const { actFrom } = thresholds[line.script];
    return { ...line, odds: line.odds - Math.log(actFrom / (1 - actFrom)) };
  });
  return Math.round(f1(shifted, 0) * 1000) / 1000;
}
