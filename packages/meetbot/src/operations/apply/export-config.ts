import { stringify } from "yaml";
import type { ExportDeps } from "./form/section.ts";
import { sections } from "./sections.ts";

const head = `# How this server of Meetbot is set up. \`meetbot apply\` makes a server be so; what is not named here stays as it is.
# Secrets never stand in this file: {env: NAME} is the variable that holds one, {file: PATH} a file that does.
# Where the server has a secret already, its line may go: the server keeps what it has.
`;

/** YAML 1.1 parsers read `off` as false. */
const format = { lineWidth: 0, aliasDuplicateObjects: false, compat: "yaml-1.1" } as const;

/** Returns the server's configuration as a config file, sorted by name: the same server always gives the same text. */
export async function exportConfig(deps: ExportDeps): Promise<string> {
  const told: Record<string, unknown> = {};
  for (const section of sections) {
    const part = await section.export(deps);
    if (part !== undefined) told[section.name] = part;
  }
  return writeConfigFile(told);
}

/** Returns the config file with the content of each section. */
export function writeConfigFile(told: object): string {
  return `${head}\n${stringify(told, format)}`;
}
