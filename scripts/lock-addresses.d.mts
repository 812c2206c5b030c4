export const lockedHost: string;
export const replaceHost: string;
export function addAddresses(file: string | URL, options?: { onlyCheck?: boolean }): boolean;
