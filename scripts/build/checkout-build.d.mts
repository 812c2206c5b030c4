export declare function checkoutBuild(): string;
