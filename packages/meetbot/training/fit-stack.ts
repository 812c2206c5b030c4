/** One line to fit the stack on: its signs, whether it asks for an order, how much it counts. */
export interface StackExample {
  signs: Float64Array;
  isOrder: boolean;
  weight: number;
}

/** Where the weights are drawn to, and how firmly: the bias first, then each sign. */
export interface Pull {
  mean: Float64Array;
  strength: Float64Array;
}

/** So close that further steps change nothing that is kept of a weight. */
const tolerance = 1e-7;
const maxSteps = 100;

/**
 * Fits a logistic regression with Newton's steps: the weights that explain the examples best without going
 * far from where they are drawn to. Returns the bias and a weight for each sign.
 */
export function fitStack(examples: readonly StackExample[], pull: Pull): Float64Array {
  const weights = Float64Array.from(pull.mean);
  let cost = costOf(examples, weights, pull);
  for (let count = 0; count < maxSteps; count += 1) {
    const step = solve(...slopesOf(examples, weights, pull));
    let share = 1;
    let next = move(weights, step, share);
    let nextCost = costOf(examples, next, pull);
    while (nextCost > cost && share > 1e-4) {
      share /= 2;
      next = move(weights, step, share);
      nextCost = costOf(examples, next, pull);
    }
    weights.set(next);
    cost = nextCost;
    if (step.every((value) => Math.abs(value) < tolerance)) break;
  }
  return weights;
}

/** Log odds that the weights give to one line. */
export function logOddsOf(weights: Float64Array, signs: Float64Array): number {
  let sum = at(weights, 0);
  for (let index = 0; index < signs.length; index += 1) {
    sum += at(signs, index) * at(weights, index + 1);
  }
  return sum;
}

const move = (weights: Float64Array, step: Float64Array, share: number): Float64Array =>
  weights.map((weight, index) => weight - share * at(step, index));

function costOf(examples: readonly StackExample[], weights: Float64Array, pull: Pull): number {
  let cost = 0;
  for (const { signs, isOrder, weight } of examples) {
    const odds = logOddsOf(weights, signs);
    // The logarithm of 1 + e^odds, without e^odds where that is beyond all numbers.
    const all = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    cost += weight * (all - (isOrder ? odds : 0));
  }
  weights.forEach((weight, index) => {
    cost += (at(pull.strength, index) * (weight - at(pull.mean, index)) ** 2) / 2;
  });
  return cost;
}

/** The second derivatives of the cost by each pair of weights, and the first by each. */
function slopesOf(
  examples: readonly StackExample[],
  weights: Float64Array,
  { mean, strength }: Pull,
): [Float64Array[], Float64Array] {
  const first = weights.map((weight, index) => at(strength, index) * (weight - at(mean, index)));
  const second = Array.from(weights, (_, row) =>
    new Float64Array(weights.length).fill(0).fill(at(strength, row), row, row + 1),
  );
  for (const { signs, isOrder, weight } of examples) {
    const likely = 1 / (1 + Math.exp(-logOddsOf(weights, signs)));
    const set = placesSet(signs);
    const read = (place: number) => (place === 0 ? 1 : at(signs, place - 1));
    for (const row of set) {
      first[row] = at(first, row) + weight * (likely - Number(isOrder)) * read(row);
      const rowSlopes = second[row] as Float64Array;
      const scale = weight * likely * (1 - likely) * read(row);
      for (const column of set) rowSlopes[column] = at(rowSlopes, column) + scale * read(column);
    }
  }
  return [second, first];
}

/** The bias, and the weights of all signs that are not zero: most are. */
function placesSet(signs: Float64Array): number[] {
  const places = [0];
  signs.forEach((sign, index) => {
    if (sign !== 0) places.push(index + 1);
  });
  return places;
}

/** Solves a symmetric, positive system of equations by elimination. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const pivotRow = matrix[pivot] as Float64Array;
    for (let row = pivot + 1; row < size; row += 1) {
      const own = matrix[row] as Float64Array;
      const share = at(own, pivot) / at(pivotRow, pivot);
      if (share === 0) continue;
      for (let column = pivot; column < size; column += 1) {
        own[column] = at(own, column) - share * at(pivotRow, column);
      }
      right[row] = at(right, row) - share * at(right, pivot);
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    const own = matrix[row] as Float64Array;
    let rest = at(right, row);
    for (let column = row + 1; column < size; column += 1) {
      rest -= at(own, column) * at(solution, column);
    }
    solution[row] = rest / at(own, row);
  }
  return solution;
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0;
