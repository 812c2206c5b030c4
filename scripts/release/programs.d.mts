import type { Bundle } from "./bundle.mjs";

export interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export declare const programs: Readonly<
  Record<"meetbot" | "@meetbot/conformance", Bundle & { manifest(workspace: Manifest): Manifest }>
>;
