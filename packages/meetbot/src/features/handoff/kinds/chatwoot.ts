import { hear } from "../chatwoot/hear.ts";
import { open } from "../chatwoot/open.ts";
import { readGiven } from "../chatwoot/read-given.ts";
import { setStatus } from "../chatwoot/set-status.ts";
import { tryDesk } from "../chatwoot/try-desk.ts";
import { write } from "../chatwoot/write.ts";
import type { Bridge } from "../form/bridge.ts";

/** The Chatwoot queue that holds a conversation, by who answers: `pending` while the bot does. */
const statuses = { waiting: "open", person: "open", bot: "pending" } as const;

/** Chatwoot's API inbox, from 4.13 on: older versions do not sign their webhooks. */
export const chatwoot: Bridge = {
  kind: "chatwoot",
  secretFields: ["token", "secret", "identity"],
  read: readGiven,
  test: (_, secrets, means) => tryDesk(secrets, means),
  open,
  say: (place, words, secrets, means) => write(place, words, "customer", secrets, means),
  note: (place, words, secrets, means) => write(place, words, "note", secrets, means),
  status: (place, holder, secrets, means) => setStatus(place, statuses[holder], secrets, means),
  close: (place, secrets, means) => setStatus(place, "resolved", secrets, means),
  hear,
};
