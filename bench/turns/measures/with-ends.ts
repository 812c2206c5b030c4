/** What has been started and is to end, in the order in which it was started. */
export type Ends = (() => Promise<void>)[];

/** Does something and ends what that has started, last things first; also where somebody stops it. */
export async function withEnds(work: (ends: Ends) => Promise<void>): Promise<void> {
  const ends: Ends = [];
  let ending: Promise<void> | null = null;
  const endAll = () => {
    ending ??= endInOrder(ends);
    return ending;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void endAll().finally(() => process.exit(130)));
  }
  await work(ends).finally(endAll);
}

async function endInOrder(ends: Ends): Promise<void> {
  for (const end of ends.toReversed()) await end();
}
