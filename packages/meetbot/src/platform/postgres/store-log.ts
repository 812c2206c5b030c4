/** The store's log for the operator: ids and reasons, never contents. */
export interface StoreLog {
  info?(fields: { step: string }, message: string): void;
  warn(fields: { reason: string }, message: string): void;
}
