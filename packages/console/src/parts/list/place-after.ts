/** The state of a list: its active row (below 0 for none), its last row, and the number of rows per screen. */
export interface ListPlace {
  active: number;
  last: number;
  page: number;
}

/** Returns the row that a key moves to, or null if it moves to none. */
export function placeAfter(key: string, { active, last, page }: ListPlace): number | null {
  const step = steps(page).get(key);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return step === undefined ? null : Math.max(0, Math.min(last, Math.max(active, -1) + step));
}

function steps(page: number): Map<string, number> {
  return new Map([
    ["j", 1],
    ["ArrowDown", 1],
    ["k", -1],
    ["ArrowUp", -1],
    ["PageDown", page],
    ["PageUp", -page],
  ]);
}
