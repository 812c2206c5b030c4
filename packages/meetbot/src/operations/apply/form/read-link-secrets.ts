import type { Place } from "./place.ts";
import { readSecret } from "./read-secret.ts";
import type { ApplyDeps, Planning } from "./section.ts";

/** Returns a bot's stored link on a channel, if there is one. */
export function linkOf(channel: string, botId: string, { store }: Pick<ApplyDeps, "store">) {
  return store.channels.links.find({ botId, channel });
}

/**
 * Reads a channel's secrets by their names in the file, overriding the stored ones, and adds new or changed secrets to
 * the plan. Returns `null` if one is missing or unavailable.
 */
export function readLinkSecrets<Field extends string>(
  place: Place,
  fields: Readonly<Record<Field, string>>,
  stored: Partial<Record<string, string>>,
  { secrets, plan }: Planning,
): Record<Field, string> | null {
  const read: Record<string, string> = {};
  for (const [field, name] of Object.entries<string>(fields)) {
    const at = place.at(name);
    const before = stored[field];
    if (at.value === undefined && before === undefined) {
      at.fault("This is missing: {env: NAME} or {file: PATH}.");
    }
    const given = readSecret(at, secrets, before !== undefined);
    const secret = given === undefined ? before : given;
    if (secret === undefined || secret === null) continue;
    read[field] = secret;
    if (before === undefined) plan.create(at.name, "set");
    else if (before !== secret) plan.change(at.name, "changed");
  }
  const isWhole = Object.keys(fields).every((field) => read[field] !== undefined);
  return isWhole ? (read as Record<Field, string>) : null;
}
