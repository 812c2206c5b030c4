import { answers, type Behavior } from "./behavior.fixture.ts";
import { order, ordersAnswer, response } from "./valid-answer.fixture.ts";

export type StrangeOutcome = Behavior["outcome"];

/** JSON that `JSON.stringify` cannot write. */
export class Verbatim {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export function write(value: unknown): string {
  const verbatim: string[] = [];
  const json = JSON.stringify(value, (_, part) =>
    part instanceof Verbatim ? `\uE000${verbatim.push(part.text) - 1}\uE000` : part,
  );
  return json.replace(/"\uE000(\d+)\uE000"/g, (_, index) => verbatim[Number(index)] ?? "");
}

export const says = (name: string, outcome: StrangeOutcome, value: unknown) =>
  answers(name, outcome, response(write(value)));
export const withAnswer = (fields: object) => ({ ...ordersAnswer, ...fields });
export const withOrder = (fields: object) => withAnswer({ orders: [{ ...order, ...fields }] });
export const withElement = (fields: object) =>
  withOrder({ elements: [{ ...order.elements[0], ...fields }] });
export const withTotal = (total_cost: unknown) => withOrder({ summary: { total_cost } });

/** A name for a value in the name of a behavior. */
export const show = (value: unknown) =>
  value === undefined ? "nothing" : write(value).slice(0, 40);
export const each = (
  place: string,
  outcome: StrangeOutcome,
  put: (value: unknown) => unknown,
  values: unknown[],
): Behavior[] =>
  values.map((value) => says(`has ${show(value)} for ${place}`, outcome, put(value)));

export const wrong = "invalid_answer";
export const notText = [undefined, null, "", true, 7, [], {}, ["x"]];
export const number = (text: string) => new Verbatim(text);
