/** Rate limits of one conversation or network: see the flood gate. */
export type FloodLimit =
  | "conversation_messages"
  | "network_messages"
  | "network_conversations"
  | "network_pages";

/**
 * Why a request was refused: too many at once, too much from one network or in one conversation, no database, or no
 * room.
 */
export type TurnedAway =
  | "requests"
  | "streams"
  | "network_streams"
  | "bodies"
  | "connections"
  | "passwords"
  | "pictures"
  | FloodLimit
  | "database"
  | "disk";

/** Counts refused requests, by reason. */
export type OnTurnedAway = (because: TurnedAway) => void;
