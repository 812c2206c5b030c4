export declare function takeLock(
  name: string,
  options?: { folder?: string; abandonedAfterMs?: number },
): () => void;
