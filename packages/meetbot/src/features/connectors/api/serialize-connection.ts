import type { z } from "@hono/zod-openapi";
import type { ConnectorTrouble } from "@meetbot/admin-api/contract/shape/connector-trouble.ts";
import type {
  Connection as ConnectionTold,
  ConnectorNote,
} from "@meetbot/admin-api/contract/shop/connectors.ts";
import type { Connection, Trouble } from "@meetbot/model/connector/connection.ts";
import {
  type CheckNote,
  noteWords,
  problemWords,
} from "@meetbot/model/connector/connector-words.ts";
import { ApiError, notFound } from "../../../server/admin-api/http/api-error.ts";
import type { CheckedShop } from "../connecting/connect-shop.ts";

/** Serializes a connection, with fingerprints in place of its secrets. */
export function serializeConnection(
  connection: Connection,
  hookUrl: string | null,
): z.output<typeof ConnectionTold> {
  const { name, shop, shown, connectedAt, notes, trouble, notedAt } = connection;
  const fields = Object.entries(shown).map(([field, one]) => [
    field,
    one.kind === "secret"
      ? { value: null, fingerprint: one.fingerprint }
      : { value: one.value, fingerprint: null },
  ]);
  return {
    ...{ connector: name, shop, connected_at: connectedAt.toISOString() },
    shown: Object.fromEntries(fields),
    notes: notes.map(serializeNote),
    trouble: trouble && serializeTrouble(trouble),
    noted_at: notedAt.toISOString(),
    hook_url: hookUrl,
  };
}

/**
 * Returns the result of a check; a shop that could not be reached is a result too. Throws an {@link ApiError} if the
 * shop was not queried at all.
 */
export function serializeChecked(checked: CheckedShop) {
  if (checked.outcome === "trouble") {
    const trouble = serializeTrouble(checked);
    return { ok: false, shop: null, notes: [], has_sample: false, trouble };
  }
  if (checked.outcome !== "ok") throw whyNotConnected(checked);
  const { shop, notes, sample } = checked;
  const told = notes.map(serializeNote);
  return { ok: true, shop, notes: told, has_sample: sample !== null, trouble: null };
}

/** Returns the error that explains why nothing was connected, and what to do. */
export function whyNotConnected(checked: Exclude<CheckedShop, { outcome: "ok" }>): ApiError {
  if (checked.outcome === "no_connector") return notFound("connector");
  if (checked.outcome === "bad_config") {
    const { field, message } = checked;
    const pointer = field === "" ? "/config" : `/config/${field}`;
    return new ApiError(422, "bad_config", `Nothing is changed. ${message}`, [
      { pointer, message },
    ]);
  }
  const { what, why, fix } = problemWords[checked.problem].en;
  const message = `Nothing is changed. ${what} ${why} ${fix}`;
  return new ApiError(422, `connector_${checked.problem}`, message, undefined, {
    trouble: serializeTrouble(checked),
  });
}

/** Serializes a problem, with words for the person who fixes it. */
export function serializeTrouble({ problem, detail }: Trouble): z.output<typeof ConnectorTrouble> {
  return { problem, detail, words: problemWords[problem] };
}

function serializeNote(note: CheckNote): z.output<typeof ConnectorNote> {
  return { note, words: noteWords[note] };
}
