/** What changed about who answers in a conversation. */
export const deskMoveKinds = ["waiting", "taken", "returned", "closed"] as const;
export type DeskMoveKind = (typeof deskMoveKinds)[number];

/** One such change, as colleagues read it. */
export interface DeskMove {
  kind: DeskMoveKind;
  at: Date;
  /** The operator who did it; `null`: nobody of them. */
  by: string | null;
  /** Why a person is wanted, or why the bot answers again; `null`: it says itself. */
  reason: string | null;
}
