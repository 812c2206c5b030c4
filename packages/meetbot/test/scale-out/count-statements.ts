import { recordStatements } from "./record-statements.ts";

const { asked } = recordStatements();

/** Counts what stores ask of the database in this process from now on. */
export function countStatements(): () => number {
  const before = asked();
  return () => asked() - before;
}
