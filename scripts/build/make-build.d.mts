import type { Bundle } from "../release/bundle.mjs";

export declare function makeBuild(builds: string, program: Bundle): Promise<string>;
