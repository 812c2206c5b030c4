/** Where the store tells what the operator may want to know: ids and reasons, never contents. */
export interface StoreLog {
  info?(fields: { step: string }, message: string): void;
  warn(fields: { reason: string }, message: string): void;
}
