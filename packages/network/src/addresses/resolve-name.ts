import { lookup } from "node:dns/promises";
import { errors } from "undici";

/** Returns all addresses of a name; rejects if there are none. */
export type ResolveName = (name: string) => Promise<string[]>;

/** A slower resolver would answer too late to be useful. */
const LOOKUP_TIMEOUT_MS = 2_000;

/** Resolves a name like every program on this machine: the hosts file, then DNS. */
export const resolveName: ResolveName = async (name) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new errors.ConnectTimeoutError()), LOOKUP_TIMEOUT_MS);
  });
  try {
    const found = await Promise.race([lookup(name, { all: true }), late]);
    return found.map(({ address }) => address);
  } finally {
    clearTimeout(timer);
  }
};
