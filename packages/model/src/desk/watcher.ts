/** A colleague who looks at a conversation at this moment. */
export interface Watcher {
  operatorId: string;
  isWriting: boolean;
}
