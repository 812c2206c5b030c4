import type { Held, Holder } from "@meetbot/model/desk/holder.ts";

/** Holder of a conversation on whose page another app answers. */
export const elsewhere = "elsewhere";

/** Of a conversation's row: who answers in it. */
export const holderColumns = `holder, held_by as "heldBy", held_at as "heldAt"`;

export interface HolderColumns {
  holder: Holder;
  heldBy: string | null;
  heldAt: Date | null;
}

export const toHeld = ({ holder, heldBy, heldAt }: HolderColumns): Held => ({
  holder,
  by: heldBy,
  atMs: heldAt?.getTime() ?? null,
});
