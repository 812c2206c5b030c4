export type MoveErrorCode =
  | "no_such_bot"
  | "bot_exists"
  | "same_database"
  | "other_tables"
  | "page_taken"
  | "move_running";

/** Thrown when a bot cannot be moved; nothing has changed. The message gives the reason and the remedy. */
export class MoveError extends Error {
  override name = "MoveError";
  readonly code: MoveErrorCode;

  constructor(code: MoveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
