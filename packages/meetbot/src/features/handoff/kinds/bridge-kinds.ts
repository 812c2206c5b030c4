import type { BridgeKind } from "@meetbot/model/bridge/bridge.ts";
import type { Bridge } from "../form/bridge.ts";
import { chatwoot } from "./chatwoot.ts";
import { email } from "./email.ts";

/** All desks that conversations can be handed to; one more is a file and a line. */
export const bridgeOf: Readonly<Record<BridgeKind, Bridge>> = { email, chatwoot };
