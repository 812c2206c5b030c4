export type MoveErrorCode =
  | "no_such_bot"
  | "bot_exists"
  | "same_database"
  | "other_tables"
  | "page_taken"
  | "move_running";

/** A bot cannot be moved; the message says why and what to do. Nothing has changed then. */
export class MoveError extends Error {
  override name = "MoveError";
  readonly code: MoveErrorCode;

  constructor(code: MoveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
