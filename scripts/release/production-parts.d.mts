export declare const workspace: string;
export declare const publishedPackages: Readonly<Record<string, string>>;
