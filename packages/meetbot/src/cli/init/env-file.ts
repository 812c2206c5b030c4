import { writeFile } from "node:fs/promises";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Variables } from "./installation.ts";

const head = `# Settings of Meetbot, for \`meetbot serve --env-file\`, \`node --env-file\` and systemd's EnvironmentFile.
# What each variable does, and which there are: docs/install.md, Environment.
# Anyone who reads this file can do what the server can: keep it to yourself, and keep a copy of a master key.
`;

/** The file as it is read again by Node. Throws a {@link CommandError} for a value that no quotes can hold. */
export function toEnvFile(variables: Variables): string {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quote(value)}`);
  return [head, ...lines, ""].join("\n");
}

/**
 * Creates a file that only its owner can read. Throws a {@link CommandError} if the file exists: nothing is
 * overwritten.
 */
export async function writeEnvFile(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw thereAlready(file);
    throw new CommandError(
      `${file} cannot be written (${code}). Choose another place with --file.`,
    );
  }
}

/** Returns the one error that can be reported before any question. */
export function thereAlready(file: string): CommandError {
  return new CommandError(
    `${file} is there already, and nothing is overwritten. Start with it (meetbot serve --env-file ${file}), remove it, or name another with --file.`,
  );
}

/** Returns the value unquoted where possible; quoted values are read literally. */
function quote(value: string): string {
  if (/^[\w./:@%+,=~-]*$/.test(value)) return value;
  const mark = ["'", '"', "`"].find((one) => !value.includes(one));
  const isSafe = mark !== undefined && !(mark === '"' && value.includes("\\"));
  if (isSafe && !/[\r\n]/.test(value)) return `${mark}${value}${mark}`;
  throw new CommandError(
    "A value has all kinds of quotes, or a line break, in it: choose another.",
  );
}
