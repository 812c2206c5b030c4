import { access, chmod, chown, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Cluster, clusterAt } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { createPassword, passwordFile } from "./passwords.ts";
import { dataFolderArgument, runProgram } from "./run-program.ts";
import { initialSettings, logSegmentMiB } from "./settings.ts";

/**
 * Lets other users traverse the folder but not list it, because the server's owner must reach its own folder.
 * Everything inside has mode 0700 or 0600.
 */
export const passageMode = 0o711;

/**
 * Creates the cluster if there is none. It is built aside and put in place by one rename: a killed process leaves
 * nothing that could be mistaken for a database, and if several processes create one at once, the first wins and the
 * others use its cluster. Throws an {@link EmbeddedDatabaseError} with PostgreSQL's own message if it cannot be
 * created.
 */
export async function initialize(cluster: Cluster): Promise<void> {
  if (!(await exists(cluster.home))) await makeHome(cluster);
  await clearHalfMade(cluster.home);
}

async function makeHome(cluster: Cluster): Promise<void> {
  const aside = await mkdtemp(`${cluster.home}.new-`);
  try {
    await fill(clusterAt(aside, cluster.programs, cluster.owner));
    await rename(aside, cluster.home);
  } catch (error) {
    if (!(await exists(cluster.home))) {
      await rm(aside, { recursive: true, force: true });
      throw error;
    }
  }
}

async function fill(cluster: Cluster): Promise<void> {
  await chmod(cluster.home, passageMode);
  await mkdir(cluster.folder, { mode: 0o700 });
  await createPassword(cluster.home, "postgres");
  if (cluster.owner) {
    const { uid, gid } = cluster.owner;
    await chown(cluster.folder, uid, gid);
    await chown(passwordFile(cluster.home, "postgres"), uid, gid); // initdb reads it
  }
  await makeCluster(cluster);
  if (cluster.owner) await chown(passwordFile(cluster.home, "postgres"), 0, 0);
  await makeDatabase(cluster, await createPassword(cluster.home, "meetbot"));
}

async function makeCluster(cluster: Cluster): Promise<void> {
  const { failed, output } = await runProgram(cluster, "initdb", [
    `--pgdata=${dataFolderArgument(cluster)}`,
    "--username=postgres",
    `--pwfile=${join("..", basename(passwordFile(cluster.home, "postgres")))}`,
    "--auth-local=scram-sha-256",
    "--auth-host=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums", // from PostgreSQL 18 on they are made anyway
    "--no-instructions",
    `--wal-segsize=${logSegmentMiB}`,
    ...initialSettings.flatMap((setting) => ["--set", setting]),
  ]);
  if (failed) throw initializationFailed(cluster, output);
}

/**
 * A single-user server (`--single`) creates Meetbot's role and database before anyone can connect. It reads one
 * statement per line. It must print only errors: not the statement, which contains the password.
 */
async function makeDatabase(cluster: Cluster, password: string): Promise<void> {
  const statements = [
    `create role meetbot login password '${password}'`,
    "create database meetbot owner meetbot",
    "",
  ];
  const { failed, output } = await runProgram(
    cluster,
    "postgres",
    [
      "--single",
      ...["-D", dataFolderArgument(cluster)],
      ...["-c", "exit_on_error=on"],
      ...["-c", "log_min_error_statement=panic"],
      "postgres",
    ],
    statements.join("\n"),
  );
  if (failed) throw initializationFailed(cluster, output);
}

/** Once the home exists, deletes all unfinished attempts beside it. */
async function clearHalfMade(home: string): Promise<void> {
  const parent = dirname(home);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(home)}.new-`)) continue;
    // A process that lost the race may still write in it; then the next start clears it.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function initializationFailed({ home }: Cluster, output: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    "initialization_failed",
    `Meetbot's own database could not be made in ${dirname(home)}. Nothing was left there; free the cause and start again. PostgreSQL says:\n${output}`,
  );
}
