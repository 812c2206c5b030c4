/** Of whom a password, or a link, is not enough. */
export type SecondFactorPolicy = "off" | "administrators" | "everybody";
