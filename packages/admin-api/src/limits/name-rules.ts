/**
 * Rules for names that operators give themselves or their resources; others read these names in consoles and terminals.
 */
export const nameRules = {
  maxLength: 80,
  visible: /^\P{C}*$/u,
  visibleOnly: "A name has visible characters only.",
} as const;

/** Maximum characters of the name that customers read: a longer one does not fit on a line of the chat. */
export const maxPublicNameLength = 40;
