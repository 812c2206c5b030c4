/** A person who may answer a bot's customers. */
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

/** How a conversation that starts to wait is assigned. */
export const assignmentWays = [
  /** Somebody assigns it by hand. */
  "manual",
  /** The colleague who is on and has the fewest conversations. */
  "round_robin",
] as const;
export type AssignmentWay = (typeof assignmentWays)[number];
