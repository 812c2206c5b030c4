/** Where the store tells what the operator may want to know: ids and reasons, never contents. */
export interface StoreLog {
  warn(fields: { reason: string }, message: string): void;
}
