import { setTimeout as delay } from "node:timers/promises";
import { Agent, request } from "undici";

// Somebody who tries passwords from many networks at once, each for emails of its own, as fast as told.

interface Flood {
  url: string;
  networks: number;
  /** Tries over all networks. */
  perSecond: number;
  seconds: number;
}

const { url, networks, perSecond, seconds }: Flood = JSON.parse(process.argv[2] ?? "");
const dispatcher = new Agent({ connections: 64 });
const origin = new URL(url).origin;
const statuses: Record<number, number> = {};
const started = performance.now();
const tries: Promise<void>[] = [];

for (let nth = 0; nth < perSecond * seconds; nth++) {
  await delay(Math.max(0, started + (nth * 1000) / perSecond - performance.now()));
  tries.push(tryPassword(nth));
}
await Promise.all(tries);
console.log(JSON.stringify({ statuses, seconds: (performance.now() - started) / 1000 }));
process.exit(0);

async function tryPassword(nth: number): Promise<void> {
  const { statusCode, body } = await request(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    dispatcher,
    headers: {
      "content-type": "application/json",
      origin,
      "x-forwarded-for": `203.0.${nth % networks}.9`,
    },
    body: JSON.stringify({ email: `nobody${nth}@shop.example`, password: "a wrong password" }),
  });
  await body.dump();
  statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
}
