import { installApart, type Versions } from "../../scripts/install-apart.ts";
import type { Channel, Contender } from "./contender.ts";
import { freePort, run } from "./processes.ts";

const versions: Versions = {
  bottender: "1.5.5",
  botkit: "4.15.0",
  "botbuilder-adapter-web": "1.0.10",
};

/** A bot made with a library of others, that has this one conversation and keeps nothing. */
export async function startPeer(
  name: "botkit" | "bottender",
  channel: Channel,
): Promise<Contender> {
  const folder = installApart("turns-peers", versions);
  const [port, graphPort] = [await freePort(), await freePort()];
  const merchant = await run<{ url: string }>("merchant.ts");
  const graph = `http://127.0.0.1:${graphPort}`;
  const bot = await run(`peers/peer-${name}.ts`, folder, String(port), merchant.line.url, graph);
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ name, channel },
    ...(name === "botkit"
      ? { load: "load-botkit.ts", loadOptions: { url: `${url}/api/messages` } }
      : {
          load: "load-messenger.ts",
          loadOptions: {
            ...{ webhooks: [url], graphPort, pageId: "1029384756", appSecret: "an app secret" },
          },
        }),
    pids: [bot.pid],
    databasePid: null,
    merchantPid: merchant.pid,
    async end() {
      bot.end();
      merchant.end();
    },
  };
}
