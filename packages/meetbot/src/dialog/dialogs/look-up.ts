import type { OrderFilter } from "@meetbot/protocol";
import type { Goal, Plan } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import { askFor } from "./form.ts";
import { type DialogContext, inquire, plainly, type Step } from "./moves.ts";

/** What a customer wants to see, as far as they said it. */
export interface Wanted {
  goal: Goal;
  filter: OrderFilter | null;
  email: string | null;
  orderNumber: string | null;
  packageNumber: string | null;
}

/** Asks the merchant as soon as enough is known, else asks the customer for what is missing. */
export function lookUp(state: DialogState, wanted: Wanted, speaker: DialogContext): Step {
  const { goal } = wanted;
  const email = wanted.email ?? state.email;
  const account = email ?? state.account;
  const filter = wanted.filter ?? "open";
  const subject = wanted.email || wanted.filter ? null : state.subject;
  const known = { ...state, email, subject, misunderstood: 0 };
  if (wanted.packageNumber) return inquire(known, byPackage(wanted.packageNumber));
  if (wanted.orderNumber) return inquire(known, byOrder(goal, wanted.orderNumber));
  if (subject && goal === "packages") return inquire(known, byOrder(goal, subject));
  if (account) return inquire(known, byAccount(account, filter));
  return askFor(
    // Whoever is at the shop's page comes back with what it shows, whatever is asked meanwhile.
    { ...known, proving: known.proving?.byLink ? known.proving : null },
    { goal, filter, awaiting: goal === "orders" ? "email" : "package_number" },
    speaker,
  );
}

/** The question for an order, or for its packages. */
export function byOrder(goal: Goal, orderNumber: string): Plan {
  return plainly(
    goal === "orders"
      ? { method: "orders", orderNumber }
      : { method: "packages", orderNumber, page: 1 },
  );
}

/** The question for the first page of an account's orders. */
export function byAccount(userAccount: string, filter: OrderFilter): Plan {
  return plainly({ method: "orders", userAccount, filter, page: 1 });
}

/** The question for the packages with a package number. */
export function byPackage(packageNumber: string): Plan {
  return plainly({ method: "packages", packageNumber, page: 1 });
}
