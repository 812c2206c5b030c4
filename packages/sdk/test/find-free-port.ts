import { once } from "node:events";
import { createServer } from "node:net";

/** Returns a port that nobody listens on, for a program that needs a port number. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP port is free");
  return address.port;
}
