/** One program that is published; see programs.mjs. */
export interface Bundle {
  entries: Readonly<Record<string, string>>;
  target: string;
  carried: Readonly<Record<string, { to: string; copy?: RegExp }>>;
  external?: readonly string[];
  instead?: Readonly<Record<string, string>>;
}

export declare function bundle(options: Bundle & { folder: string }): Promise<void>;
