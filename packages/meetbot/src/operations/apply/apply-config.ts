import { ConfigRefusedError } from "./form/config-file-error.ts";
import { changesAnything, createPlan, type Plan } from "./form/plan.ts";
import { type ApplyDeps, applyActor } from "./form/section.ts";
import { readConfigFile } from "./read-config-file.ts";
import { sections } from "./sections.ts";

/** A file to be applied. */
export interface ApplyInput {
  text: string;
  /** How faults call the file. */
  name: string;
  /** Whether to report the changes without storing anything. */
  isDryRun: boolean;
}

/**
 * Makes a server match a config file, and returns the changes. Leaves alone what the file does not name. Stores all of
 * it in one transaction; {@link callOthers} then calls the other systems. Throws a `ConfigFileError` when the file is
 * wrong, and a `ConfigRefusedError` when it cannot be applied.
 */
export async function applyConfig(
  { text, name, isDryRun }: ApplyInput,
  deps: ApplyDeps,
): Promise<Plan> {
  const file = readConfigFile(text, name);
  const plan = createPlan();
  const planning = { ...deps, plan, botIds: new Set<string>() };
  file.place.allows(sections.map((section) => section.name));
  for (const section of sections) await section.plan(file.place.at(section.name), planning);
  file.demandRight();
  if (!changesAnything(plan)) return plan;
  await storeAll(plan, isDryRun, deps);
  return isDryRun ? { ...plan, calls: [], invitations: [] } : plan;
}

/**
 * Makes all calls to other systems that an applied file needs, even if one is refused. Throws a `ConfigRefusedError`
 * that names the refused ones; applying the same file again repeats the calls.
 */
export async function callOthers({ calls }: Pick<Plan, "calls">): Promise<void> {
  const refusals: string[] = [];
  for (const { path, run } of calls) {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof ConfigRefusedError)) throw error;
      refusals.push(`${path}: ${error.message}`);
    }
  }
  if (refusals.length === 0) return;
  throw new ConfigRefusedError(
    [...refusals, "All else is done. Correct this, and apply the same file again."].join("\n"),
  );
}

/** Stores all changes. A dry run stores them too, to find every obstacle, and rolls them back. */
async function storeAll({ steps }: Plan, isDryRun: boolean, { store }: ApplyDeps): Promise<void> {
  const takenBack = new Error("A dry run is taken back.");
  try {
    await store.together(applyActor, async (stores) => {
      for (const step of steps) await step(stores);
      if (isDryRun) throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
}
