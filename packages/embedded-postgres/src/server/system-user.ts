import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Logger } from "pino";
import type { ServerOwner } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";

/** Name of the system user that runs root's databases and nothing else. */
export const databaseUser = "meetbot-postgres";

/** No login, no password, no home: only a number that no other program has. */
const makeUserCommand = [
  "useradd --system --user-group --no-create-home --home-dir /nonexistent",
  `--shell /usr/sbin/nologin --comment "PostgreSQL of Meetbot" ${databaseUser}`,
].join(" ");

/**
 * useradd checks for the user before it locks the list of users, so the second of two concurrent calls would give the
 * user another number. Therefore one process creates the user, and the others wait.
 */
const waitSeconds = 20;
const makeOnce = `id -u ${databaseUser} >/dev/null 2>&1 || { ${makeUserCommand} && echo made; }`;

/**
 * Finds the system user that runs root's databases, and creates it if it does not exist. Throws an {@link
 * EmbeddedDatabaseError} if the user cannot be created, or is root itself.
 */
export async function systemUser(log: Pick<Logger, "info">): Promise<ServerOwner> {
  const found = (await findUser()) ?? (await makeUser(log));
  if (found.uid === 0) throw userMissing(new Error("that name is root's own."));
  return found;
}

async function findUser(): Promise<ServerOwner | null> {
  try {
    const [uid, gid] = await Promise.all([
      run("id", "-u", databaseUser),
      run("id", "-g", databaseUser),
    ]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}

async function makeUser(log: Pick<Logger, "info">): Promise<ServerOwner> {
  try {
    const said = await run("flock", "--timeout", String(waitSeconds), "/etc", "sh", "-c", makeOnce);
    if (said !== "") log.info({ user: databaseUser }, "system user for the database made");
  } catch (cause) {
    throw userMissing(cause as Error);
  }
  const found = await findUser();
  if (!found) throw userMissing(new Error("it was made, and id does not know it."));
  return found;
}

/** `su` may leave root without the system's program folders in `PATH`. */
async function run(program: string, ...programArguments: string[]): Promise<string> {
  const env = { LC_ALL: "C", PATH: `${process.env.PATH}:/usr/sbin:/sbin:/usr/bin:/bin` };
  return (await promisify(execFile)(program, programArguments, { env })).stdout.trim();
}

function userMissing(cause: Error): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    "user_missing",
    `Started as root, Meetbot runs its own database as the system user ${databaseUser}, which is not there and could not be made: ${cause.message.trim()} Make that user, without a login and for nothing else, or start Meetbot as somebody who is not root, or set MEETBOT_DATABASE_URL to a PostgreSQL server.`,
    { cause },
  );
}
