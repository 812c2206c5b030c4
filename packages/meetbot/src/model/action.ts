import type { Question } from "./ask.ts";

/** Inputs the dialog asks for, one at a time. */
export type Slot = "email" | "order_number" | "package_number";

export type MenuItem = "orders" | "packages" | "help" | "person" | "start_over";

/** What a tapped choice does. */
export type Action =
  | { kind: "menu"; item: MenuItem }
  | { kind: "ask"; question: Question }
  | { kind: "fill"; slot: Slot };

/** Menu actions have fixed payloads, the same in every conversation; all others get random tokens. */
export const menuPayload = (item: MenuItem): string => `menu:${item}`;
