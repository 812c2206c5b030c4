/** An operator's change of whether they answer a bot's customers. */
export interface PresenceChange {
  on: boolean;
  /** The maximum number of conversations that the agent holds at once; if omitted, unchanged. */
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

/** The range for the number of conversations that one agent holds at once. */
export const capacities = {
  min: 1,
  usual: 5,
  max: 50,
} as const;
