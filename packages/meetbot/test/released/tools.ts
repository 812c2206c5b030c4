import { findTools, installTools, type Tools } from "../../../../scripts/release/tools.ts";

/** Null where they were never installed, as on the machines of most who change something. */
export const tools: Tools | null =
  process.env.CI || process.env.RELEASE ? installTools() : findTools();

export const leftOut =
  "what proves a release is not installed: `npm run release -- --tools` brings it (300 MB below node_modules/.cache)";
