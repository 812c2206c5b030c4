/** Whoever may answer a bot's customers. */
export interface Colleague {
  operatorId: string;
  name: string;
  /** They answer right now. */
  isOn: boolean;
  /** Since when they are on; `null`: they never were. */
  since: Date | null;
  capacity: number;
  /** Open conversations that they hold, or that wait for them. */
  has: number;
}

/** How it is said whose a conversation is to be that begins to wait. */
export const assignmentWays = [
  /** Somebody says so. */
  "manual",
  /** Whoever is on and has the fewest. */
  "round_robin",
] as const;
export type AssignmentWay = (typeof assignmentWays)[number];
