import type { FileStamps } from "./file-stamps.mjs";

export interface CurrentBuild {
  name: string;
  files: FileStamps;
}

export declare function findFreshBuild(builds: string, workspace: string): string | null;
export declare function readCurrent(builds: string): CurrentBuild | null;
export declare function saveCurrent(builds: string, current: CurrentBuild): void;
