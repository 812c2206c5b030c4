/** Changes of who answers in a conversation. */
export const deskMoveKinds = [
  /** A person is wanted, or another one. */
  "waiting",
  "taken",
  /** The bot answers again. */
  "returned",
  "closed",
] as const;
export type DeskMoveKind = (typeof deskMoveKinds)[number];

/** One such change, as colleagues read it. */
export interface DeskMove {
  kind: DeskMoveKind;
  at: Date;
  /** The operator who did it; `null` if no operator did. */
  by: string | null;
  /** Why a person is needed, or why the bot answers again; `null` if the move explains itself. */
  reason: string | null;
}
