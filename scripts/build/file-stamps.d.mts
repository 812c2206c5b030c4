export type FileStamps = Record<string, [modifiedMs: number, size: number, hash: string]>;

export declare function stampFiles(root: string, paths: string[], readSince: number): FileStamps;
export declare function renewStamps(root: string, stamps: FileStamps): FileStamps | null;
