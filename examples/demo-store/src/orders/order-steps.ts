import type { OrderStatus } from "../catalog/order-status.ts";

/** What can be done with an order, and where it stands before and after. */
export const orderSteps = {
  pay: { from: ["unpaid"], to: "processing" },
  ship: { from: ["processing"], to: "shipped" },
  deliver: { from: ["shipped"], to: "delivered" },
  cancel: { from: ["unpaid", "processing"], to: "canceled" },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>;

export type OrderStep = keyof typeof orderSteps;

/** Reads a step as a form names it; `null`: there is no such step. */
export function readOrderStep(name: string | null): OrderStep | null {
  return name !== null && Object.hasOwn(orderSteps, name) ? (name as OrderStep) : null;
}

/** The steps that make sense for an order where it stands. */
export function findStepsFrom(status: string): OrderStep[] {
  const steps = Object.keys(orderSteps) as OrderStep[];
  return steps.filter((step) => orderSteps[step].from.some((from) => from === status));
}
