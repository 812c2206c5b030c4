import { installApart } from "../install-apart.ts";

/**
 * What only a release needs: a registry on this machine, and what looks at packages as those see them who install
 * them. Returns the folder of their programs.
 */
export function installTools(): string {
  const folder = installApart("release-tools", versions, overrides);
  return `${folder}/node_modules/.bin`;
}

const versions = {
  "@arethetypeswrong/cli": "0.18.5",
  publint: "0.3.25",
  verdaccio: "6.10.4",
};

/** The registry names one that npm no longer has. */
const overrides = { "node-fetch": "2.7.0" };
