import { join } from "node:path";

/** The person of the system, as numbers, that PostgreSQL runs as when that is not this process. */
export interface ServerOwner {
  uid: number;
  gid: number;
}

/** An embedded database: its location and the programs that run it. */
export interface Cluster {
  /** Contains the whole cluster. A single rename puts it in place, so it is either complete or absent. */
  home: string;
  /** PostgreSQL's data folder (0700). Its socket is in there too. */
  folder: string;
  /** The server's log, opened in append mode. */
  logFile: string;
  /** The folder with PostgreSQL's `bin`. */
  programs: string;
  /** Whom the server runs as, if not as this process. */
  owner: ServerOwner | null;
}

/** Names the parts of a cluster; touches nothing. */
export function clusterAt(home: string, programs: string, owner: ServerOwner | null): Cluster {
  return {
    home,
    folder: join(home, "cluster"),
    logFile: join(home, "server.log"),
    programs,
    owner,
  };
}
