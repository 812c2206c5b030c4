import type { HttpBindings } from "@hono/node-server";
import type { Role } from "@meetbot/model/operator.ts";
import type { ApiCaller } from "./caller.ts";

/** The values in the context of each admin API handler. */
export interface AdminEnv {
  Bindings: HttpBindings;
  Variables: {
    caller: ApiCaller;
    /** The caller's role on the bot in the path; absent if the path names no bot. */
    role: Role;
    /** Whether the audit log already records that the caller viewed personal data. */
    isNoted: boolean;
    /**
     * Checks whether the caller still has the right to make this request. For work that continues after the response
     * began.
     */
    stillMay: () => Promise<boolean>;
  };
}
