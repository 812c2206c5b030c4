export declare function removeOldBuilds(builds: string, kept: (string | undefined)[]): void;
