import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { Client } from "pg";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { keyRing as hereRing, openTestStore } from "../store.fixture.ts";
import type { Side } from "./move-bot.ts";

/** Two installations, each with a database and a master key of its own; the bot of `openTestStore` is here. */
export async function openTwoSides(t: TestContext) {
  const here = await openTestStore(t);
  const thereRing = parseKeyRing(randomBytes(32).toString("base64"));
  const there = await openTestStore(t, { keyRing: thereRing });
  await there.run("delete from bots");
  const connect = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url, application_name: "mover" });
    client.on("error", () => {});
    await client.connect();
    t.after(() => client.end().catch(() => {}));
    return client;
  };
  const sideOf = async (url: string, keyRing: Side["keyRing"]) => ({
    keyRing,
    client: await connect(url),
    second: await connect(url),
  });
  return {
    here,
    there,
    /** Connections as a command that just started has them. */
    connectSides: async () => ({
      from: await sideOf(here.url, hereRing),
      to: await sideOf(there.url, thereRing),
    }),
  };
}
