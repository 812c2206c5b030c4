/** What operators call themselves, or something of theirs: others read it in consoles and in terminals. */
export const nameRules = {
  maxLength: 80,
  visible: /^\P{C}*$/u,
  visibleOnly: "A name has visible characters only.",
} as const;

/** Characters of the name that customers read: a line of the chat has room for no more. */
export const maxPublicNameLength = 40;
