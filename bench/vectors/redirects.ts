import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { readVectors } from "./read-vectors.ts";
import { type Result, resultOf } from "./result.ts";

interface Vector {
  input: string;
  redirect_to?: string;
}

const statuses = [301, 302, 303, 307, 308];

/**
 * A local server redirects as the vector does, and to a second local server: the way out hands the
 * redirect back, connects to nothing else, and the second server hears nothing.
 */
export async function checkRedirects(folder: string): Promise<Result[]> {
  const [[file, vectors] = []] = [...readVectors<Vector>(folder, "addresses/redirects.jsonl")];
  if (!file || !vectors) return [];
  let location = "";
  let status = 302;
  let strays = 0;
  const shop = await listen(
    createServer((_, response) => response.writeHead(status, { location }).end()),
  );
  const other = await listen(
    createServer((_, response) => {
      strays += 1;
      response.end();
    }),
  );
  const vetted = new Set<string>();
  const guard = createEndpointGuard({ allow: () => parseAllowList(["127.0.0.1"]), ownPort: 4400 });
  const agent = createMerchantAgent({
    ...guard,
    vet: (target) => {
      vetted.add(`${target.host}:${target.port}`);
      return guard.vet(target);
    },
  });
  const result = await resultOf(file, vectors, async ({ input, redirect_to }) => {
    const { pathname } = new URL(input);
    for (location of [redirect_to ?? `${other}/`, `${other}${pathname}`]) {
      for (status of statuses) {
        const answer = await agent.post(shop + pathname, {
          headers: {},
          body: Buffer.from("{}"),
          signals: [AbortSignal.timeout(5_000)],
          limitBytes: () => 1024,
          phases: { lookupMs: null, connectMs: null },
        });
        if (answer.statusCode !== status) return `${input}: ${answer.statusCode}, not ${status}`;
      }
    }
    if (strays > 0) return `${input}: followed to the second server`;
    return vetted.size === 1 ? null : `${input}: connections to ${[...vetted].join(", ")}`;
  });
  await agent.close();
  return [result];
}

/** The origin of a server on a free local port; it keeps no process alive. */
async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
