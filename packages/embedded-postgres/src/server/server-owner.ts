import { stat } from "node:fs/promises";
import type { Logger } from "pino";
import type { ServerOwner } from "../cluster/cluster.ts";
import { systemUser } from "./system-user.ts";

/**
 * Returns the user that PostgreSQL runs as; null for this process's user. PostgreSQL refuses to run as root, so root
 * starts it as a system user that nothing else runs as. Not as `nobody`: many daemons run as that user, and each could
 * read the data and open the socket. In a folder that belongs to another user, root starts PostgreSQL as that user.
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
