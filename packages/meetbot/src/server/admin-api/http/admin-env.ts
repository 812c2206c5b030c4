import type { HttpBindings } from "@hono/node-server";
import type { Role } from "@meetbot/model/operator.ts";
import type { ApiCaller } from "./caller.ts";

/** What each handler of the admin API finds in its context. */
export interface AdminEnv {
  Bindings: HttpBindings;
  Variables: {
    caller: ApiCaller;
    /** The caller's role on the bot in the path; absent where the path names none. */
    role: Role;
    /** A look at personal data stands in the audit. */
    isNoted: boolean;
    /** Whether the caller might still make this request: for what goes on after its answer began. */
    stillMay: () => Promise<boolean>;
  };
}
