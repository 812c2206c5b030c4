import type { ClientBase } from "pg";
import type { SentStatement } from "../scale-out/record-statements.ts";

/** How PostgreSQL gets at a table in a statement. */
export interface PlanReading {
  table: string;
  /** All of it, in no order. */
  isScan: boolean;
  /** Those that it had in hand, wanted or not; null: the statement was not run. */
  rows: number | null;
}

/** A part of what `explain` answers. */
interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Total Cost": number;
  Plans?: PlanNode[];
}

/**
 * How a statement that a store has sent gets at its tables: with its own values and, where it is prepared, also as it is
 * planned for any values, if that looks no dearer, for then PostgreSQL keeps that plan. `isRun`: it is run too, and undone.
 */
export async function explainStatement(
  client: ClientBase,
  { text, name, values, session }: SentStatement,
  { isRun = false } = {},
): Promise<PlanReading[]> {
  // The connections for batches shut out some plans.
  const settings = session.split("; ").filter((one) => /^set enable_/.test(one));
  await client.query(
    ["begin", ...settings.map((one) => one.replace("set", "set local"))].join(";"),
  );
  try {
    const ran = isRun
      ? await planOf(client, "(format json, analyze, timing off)", text, values)
      : null;
    const own = ran ?? (await planOf(client, "(format json)", text, values))!;
    const any = name ? await planOf(client, "(format json, generic_plan)", text) : null;
    const isKept = any !== null && any["Total Cost"] <= own["Total Cost"];
    return [...readingsOf(own), ...(isKept ? readingsOf(any) : [])];
  } finally {
    await client.query("rollback");
  }
}

/** Null: it cannot be done again, as what it stores is there. */
async function planOf(
  client: ClientBase,
  how: string,
  text: string,
  values?: readonly unknown[],
): Promise<PlanNode | null> {
  await client.query("savepoint before");
  try {
    const query = { text: `explain ${how} ${text}`, ...(values && { values: [...values] }) };
    const { rows } = await client.query(query);
    return rows[0]["QUERY PLAN"][0].Plan;
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    await client.query("rollback to before");
    return null;
  }
}

const uniqueViolation = "23505";

function readingsOf(node: PlanNode): PlanReading[] {
  const below = (node.Plans ?? []).flatMap(readingsOf);
  const table = node["Relation Name"];
  if (table === undefined || node["Node Type"] === "ModifyTable") return below;
  const { "Actual Rows": actual, "Actual Loops": loops = 1 } = node;
  const { "Rows Removed by Filter": removed = 0 } = node;
  const rows = actual === undefined ? null : Math.round((actual + removed) * loops);
  return [{ table, isScan: node["Node Type"].endsWith("Seq Scan"), rows }, ...below];
}
