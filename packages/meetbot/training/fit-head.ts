import { softmax } from "../src/recognition/model/softmax.ts";
import { type Random, shuffle } from "./random.ts";

/** What a head learns from: the features of an utterance, and its class. */
export interface Example {
  features: readonly number[];
  label: number;
  weight: number;
}

export interface FitOptions {
  /** How many there are. */
  features: number;
  classes: number;
  epochs: number;
  rate: number;
  /** How far each step draws a weight to zero. */
  decay: number;
  random: Random;
}

/**
 * Fits one softmax head with AdaGrad. The sum of an utterance's features is divided by the root of
 * their number, so that long utterances are no surer than short ones.
 */
export function fitHead(examples: readonly Example[], options: FitOptions): Float32Array {
  const weights = new Float32Array(options.features * options.classes);
  const squares = new Float32Array(weights.length).fill(1e-4);
  const order = examples.filter(({ features }) => features.length > 0);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random);
    for (const example of order) learn(example, weights, squares, options);
  }
  return weights;
}

/** A class that is off by less teaches nothing: most are, once the first rounds are over. */
const minSlope = 0.01;

function learn(
  { features, label, weight }: Example,
  weights: Float32Array,
  squares: Float32Array,
  { classes, rate, decay }: FitOptions,
): void {
  const scale = 1 / Math.sqrt(features.length);
  const slopes = new Float64Array(classes);
  for (const feature of features) {
    const row = feature * classes;
    for (let index = 0; index < classes; index += 1) {
      slopes[index]! += scale * weights[row + index]!;
    }
  }
  softmax(slopes);
  slopes[label]! -= 1;
  const taught = indexesOf(slopes);
  // Feature by feature: the weights of one stand side by side in memory.
  for (const feature of features) {
    const row = feature * classes;
    for (const index of taught) {
      const place = row + index;
      const slope = scale * weight * slopes[index]! + decay * weights[place]!;
      const square = squares[place]! + slope * slope;
      squares[place] = square;
      weights[place]! -= (rate * slope) / Math.sqrt(square);
    }
  }
}

/** The classes that are off by enough to be taught. */
function indexesOf(slopes: Float64Array): number[] {
  const indexes: number[] = [];
  for (let index = 0; index < slopes.length; index += 1) {
    if (Math.abs(slopes[index]!) >= minSlope) indexes.push(index);
  }
  return indexes;
}
