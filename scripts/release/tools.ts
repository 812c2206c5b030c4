import { findApart, installApart } from "../install-apart.ts";

/** What only a release and its proof need. */
export interface Tools {
  /** The folder of the programs: a registry (`verdaccio`), `publint` and `attw`. */
  bin: string;
  /** The oldest Node of the line that is neither the system's nor the workspace's. */
  oldestNode: string;
}

export function installTools(): Tools {
  return {
    bin: binOf(installApart("release-tools", versions, overrides)),
    oldestNode: nodeOf(installApart("oldest-node", oldestNode)),
  };
}

/** The same, or null where it is not installed. */
export function findTools(): Tools | null {
  const [tools, node] = [
    findApart("release-tools", versions, overrides),
    findApart("oldest-node", oldestNode),
  ];
  return tools && node ? { bin: binOf(tools), oldestNode: nodeOf(node) } : null;
}

const versions = {
  "@arethetypeswrong/cli": "0.18.5",
  publint: "0.3.25",
  verdaccio: "6.10.4",
};

/** The registry names one that npm no longer has. */
const overrides = { "node-fetch": "2.7.0" };

/** Meetbot runs on it without the Node that comes along. */
const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const oldestNode = { [nodePackage]: "22.19.0" };

const binOf = (folder: string) => `${folder}/node_modules/.bin`;
const nodeOf = (folder: string) => `${folder}/node_modules/${nodePackage}/bin/node`;
