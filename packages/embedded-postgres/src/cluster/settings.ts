import type { Address } from "./address.ts";
import type { Cluster } from "./cluster.ts";

/**
 * MiB of a piece of PostgreSQL's log of changes. A new one is filled with zeros while every commit waits:
 * at PostgreSQL's own 16 MiB, 50 ms every few seconds of a busy first hour.
 */
export const logSegmentMiB = 4;

/**
 * Settings written to postgresql.conf when a cluster is created; the operator may change them there. They are small
 * enough for a laptop. Other settings keep PostgreSQL's defaults (so fsync is on).
 */
export const initialSettings = [
  "shared_buffers=64MB",
  // PostgreSQL's own defaults, which initdb would shrink with the pieces.
  "min_wal_size=80MB",
  "max_wal_size=1GB",
  // One Meetbot process uses up to 15 connections. Several processes may share the database, and those of an ended
  // process close a moment later.
  "max_connections=100",
  "timezone=UTC",
  "log_timezone=UTC",
];

/** Returns the settings passed at every start, which override postgresql.conf: Meetbot guarantees them. */
export function fixedSettings(cluster: Cluster, { host, port }: Address): string[] {
  const overTcp = process.platform === "win32";
  return [
    `listen_addresses=${overTcp ? host : ""}`,
    // Relative to the data folder, the server's working directory, so that the path cannot become too long.
    `unix_socket_directories=${overTcp ? "" : host === cluster.folder ? "." : quoted(host)}`,
    "unix_socket_permissions=0700",
    `port=${port}`,
    "password_encryption=scram-sha-256",
    // Server events only. Errors of statements go to who sent them; here they could quote data.
    "log_min_messages=log",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_checkpoints=off",
    "logging_collector=off",
    "log_line_prefix=%m [%p] ",
  ];
}

/** One item of a list of paths: quotes let it hold commas and spaces. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}
