import type { z } from "@hono/zod-openapi";
import type { Trial as TrialShape } from "@meetbot/admin-api/contract/webhook.ts";
import type { Trial } from "@meetbot/conformance/trial/trial.ts";

/** Converts a requested query into a trial, in the terms of the module that sends it. */
export function toTrial(wish: z.output<typeof TrialShape>): Trial {
  switch (wish.kind) {
    case "orders_of_account":
      return wish;
    case "order":
      return { kind: "order", orderNumber: wish.order_number };
    case "packages_of_order": {
      const { order_number: orderNumber, pagination } = wish;
      return { kind: "packages_of_order", orderNumber, pagination };
    }
    case "package":
      return {
        kind: "package",
        packageNumber: wish.package_number,
        pagination: wish.pagination,
      };
    default:
      return { kind: wish.kind };
  }
}
