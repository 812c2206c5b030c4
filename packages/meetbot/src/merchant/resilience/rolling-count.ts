/** Counts events of the last minute, accurate to a twelfth of a minute. */
export interface RollingCount {
  add(): void;
  total(): number;
  reset(): void;
}

const bucketMs = 5_000;
const buckets = 12;

export function createRollingCount(now: () => number): RollingCount {
  const counts = new Map<number, number>();
  const bucketOf = () => Math.floor(now() / bucketMs);
  const forget = (bucket: number) => {
    for (const old of counts.keys()) if (old <= bucket - buckets) counts.delete(old);
  };
  return {
    add() {
      const bucket = bucketOf();
      forget(bucket);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    total() {
      forget(bucketOf());
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    reset: () => counts.clear(),
  };
}
