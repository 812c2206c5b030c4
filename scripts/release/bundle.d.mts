/** One program that is published; see programs.mjs. */
export interface Bundle {
  entries: Readonly<Record<string, string>>;
  target: string;
  carried: Readonly<Record<string, { to: string; copy?: RegExp; compress?: RegExp }>>;
  external?: readonly string[];
  instead?: Readonly<Record<string, string>>;
  /** Maps beside the code, which lead errors and debuggers to the source. */
  hasSourceMaps?: boolean;
}

export declare function bundle(options: Bundle & { folder: string }): Promise<string[]>;
