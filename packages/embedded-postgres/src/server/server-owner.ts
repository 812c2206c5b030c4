import { stat } from "node:fs/promises";
import type { Logger } from "pino";
import type { ServerOwner } from "../cluster/cluster.ts";
import { systemUser } from "./system-user.ts";

/**
 * Whom PostgreSQL runs as; null: as this process. PostgreSQL refuses to run as root, so root starts it
 * as a system user that nothing else runs as. Not as `nobody`: many daemons are that, and each could
 * read the data and open the socket. In a folder where somebody else runs Meetbot, root starts it as them.
 */
export async function serverOwner(
  home: string,
  log: Pick<Logger, "info">,
): Promise<ServerOwner | null> {
  if (process.getuid?.() !== 0) return null;
  const found = await stat(home).catch(() => null);
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  return systemUser(log);
}
