/** An operator's change of whether they answer a bot's customers. */
export interface PresenceChange {
  on: boolean;
  /** How many conversations they hold at once at most; left out: as before. */
  capacity?: number | undefined;
}

/** An operator's current presence. */
export interface OwnPresence {
  on: boolean;
  /** Since when they are on, or off. */
  since: Date;
  capacity: number;
}

/** An operator who is on and may answer. */
export interface AgentOnDuty {
  operatorId: string;
  name: string;
  since: Date;
  capacity: number;
  /** How many conversations of the bot they hold. */
  holds: number;
}

/** How many conversations one person may be set to hold at once. */
export const capacities = {
  min: 1,
  usual: 5,
  max: 50,
} as const;
