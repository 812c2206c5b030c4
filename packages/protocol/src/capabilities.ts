import { isAbsent, readFields } from "./fields/read-fields.ts";

/** The kinds of account by which a webhook finds customers. */
export const accountKinds = ["email", "phone"] as const;

/** The facts about the customer that a query may carry. */
export const contextKinds = ["locale"] as const;

/** The groups of fields that answers may contain beyond the original protocol. */
export const fieldGroups = [
  "codes",
  "fees",
  "tax",
  "refunds",
  "kinds",
  "events",
  "window",
  "elements",
  "pickup",
] as const;

/** The changes that a shop pushes on its own, by push method. */
export const pushKinds = ["order.placed", "order.changed", "package.changed"] as const;

/**
 * The capabilities that a webhook declares in its answer to `test`. Meetbot sends it nothing that it did not declare.
 */
export interface Capabilities {
  accounts: (typeof accountKinds)[number][];
  context: (typeof contextKinds)[number][];
  fields: (typeof fieldGroups)[number][];
  /** Absent: none. */
  pushes?: (typeof pushKinds)[number][];
}

/** The longest list of words that is looked through. */
const maxWords = 50;

/**
 * Parses the capabilities that a webhook declares. Ignores unknown words, which come from a later version, and
 * malformed values: no webhook fails a test because of an optional declaration. Never throws.
 */
export function readCapabilities(value: unknown): Capabilities | undefined {
  if (isAbsent(value) || typeof value !== "object" || Array.isArray(value)) return undefined;
  const { values } = readFields(value, "/capabilities");
  const pushes = knownWords(values.pushes, pushKinds);
  return {
    accounts: knownWords(values.accounts, accountKinds),
    context: knownWords(values.context, contextKinds),
    fields: knownWords(values.fields, fieldGroups),
    ...(pushes.length > 0 && { pushes }),
  };
}

function knownWords<Word extends string>(value: unknown, known: readonly Word[]): Word[] {
  const said: unknown[] = Array.isArray(value) ? value.slice(0, maxWords) : [];
  return known.filter((word) => said.includes(word));
}
