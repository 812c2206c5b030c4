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
const leastSlope = 0.01;

function learn(
  { features, label, weight }: Example,
  weights: Float32Array,
  squares: Float32Array,
  { classes, rate, decay }: FitOptions,
): void {
  const scale = 1 / Math.sqrt(features.length);
  const slopes = new Float64Array(classes);
  for (const feature of features) {
    for (let index = 0; index < classes; index += 1) {
      slopes[index] = at(slopes, index) + scale * at(weights, feature * classes + index);
    }
  }
  softmax(slopes);
  slopes[label] = at(slopes, label) - 1;
  for (let index = 0; index < classes; index += 1) {
    if (Math.abs(at(slopes, index)) < leastSlope) continue;
    const own = scale * weight * at(slopes, index);
    for (const feature of features) {
      const place = feature * classes + index;
      const slope = own + decay * at(weights, place);
      const square = at(squares, place) + slope * slope;
      squares[place] = square;
      weights[place] = at(weights, place) - (rate * slope) / Math.sqrt(square);
    }
  }
}

const at = (numbers: Float32Array | Float64Array, index: number): number => numbers[index] ?? 0;
