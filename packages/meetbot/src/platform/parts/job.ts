/** A task that runs in the background. */
export interface Job {
  stop(): Promise<void>;
}
