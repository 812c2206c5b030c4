import type { Plan } from "./ask.ts";

/** Inputs the dialog asks for, one at a time. */
export type Slot = "email" | "order_number" | "package_number";

/** Choices that mean the same in every conversation. */
export type MenuItem = "orders" | "packages" | "help" | "person" | "start_over";

/** What a tapped choice does. */
export type Action =
  | { kind: "menu"; item: MenuItem }
  | { kind: "ask"; plan: Plan }
  | { kind: "fill"; slot: Slot };
