import { isDeepStrictEqual } from "node:util";
import type { SettingStores } from "../../../store/setting-stores.ts";

/**
 * What applying the file does to an item: creates it, changes it, finds it already the same, or leaves it alone because
 * the file does not name it.
 */
export type Fate = "create" | "change" | "same" | "left";

/** A line of the planned changes. */
export interface PlanLine {
  fate: Fate;
  /** The path of keys in the file. */
  path: string;
  /** The new value and the old one; never a secret. */
  text: string;
}

/** A new invitation, with its link, which is shown only this once. */
export interface MadeInvitation {
  email: string;
  url: string;
}

/** All that applying a file is going to do; each section adds its part. */
export interface Plan {
  lines: PlanLine[];
  /** Additional notes for the person who applies the file. */
  notes: string[];
  /** The steps to run in one transaction, in this order. */
  steps: ((stores: SettingStores) => Promise<void>)[];
  /** Calls to other systems, made once all of that is stored. */
  calls: { path: string; run(): Promise<void> }[];
  invitations: MadeInvitation[];
  create(path: string, text?: string): void;
  change(path: string, text: string): void;
  same(path: string): void;
  left(path: string): void;
  /** Compares the current value with the new one, name by name; returns whether they differ. */
  compare(path: string, is: unknown, becomes: unknown): boolean;
}

export function createPlan(): Plan {
  const lines: PlanLine[] = [];
  const add = (fate: Fate, path: string, text = "") => {
    lines.push({ fate, path, text });
  };
  function compare(path: string, is: unknown, becomes: unknown): boolean {
    if (isDeepStrictEqual(is, becomes)) return false;
    if (isMap(becomes) && (is === undefined || isMap(is))) {
      const names = new Set([...Object.keys(is ?? {}), ...Object.keys(becomes)]);
      const below = [...names].map((name) => compare(`${path}.${name}`, is?.[name], becomes[name]));
      return below.includes(true);
    }
    if (is === undefined) {
      if (!isBlank(becomes)) add("create", path, show(becomes));
    } else
      add("change", path, `${show(is)} → ${becomes === undefined ? "nothing" : show(becomes)}`);
    return true;
  }
  return {
    ...{ lines, notes: [], steps: [], calls: [], invitations: [], compare },
    create: (path, text) => add("create", path, text),
    change: (path, text) => add("change", path, text),
    same: (path) => add("same", path),
    left: (path) => add("left", path),
  };
}

/** Checks whether the plan creates or changes anything. */
export function changesAnything({ lines }: Pick<Plan, "lines">): boolean {
  return lines.some(({ fate }) => fate === "create" || fate === "change");
}

/** New settings with an empty value are not listed. */
const isBlank = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** A longer text would fill the terminal; git shows the full text. */
const maxShown = 160;

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= maxShown ? text : `${text.slice(0, maxShown)}…`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
