import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { message as checkMessage } from "../../packages/meetbot/src/graph-simulator/message-shape.ts";
import { profile as checkProfile } from "../../packages/meetbot/src/graph-simulator/profile-shape.ts";
import { type Result, resultOf } from "./result.ts";

type Body = Record<string, unknown>;

/** Whether the simulated Graph takes what Meta publishes, and what a client of others sends. */
export async function checkOutbound(folder: string): Promise<Result[]> {
  const files = globSync("messenger/outbound/*.json", { cwd: folder }).sort();
  return Promise.all(
    files.map((file) => {
      const bodies = bodiesIn(JSON.parse(readFileSync(join(folder, file), "utf8")));
      return resultOf(`outbound/${basename(file, ".json")}`, bodies, check);
    }),
  );
}

/** Files hold requests by name or in a list, each with its body as an object or as a text. */
function bodiesIn(file: Body): Body[] {
  const requests = Array.isArray(file.requests) ? file.requests : Object.values(file);
  return requests.flatMap(({ body, body_raw: raw }) => {
    // An example such as "<PATH_TO_ASSET>" is no value.
    if (typeof raw === "string") return /"<[^"]+>"/.test(raw) ? [] : [JSON.parse(raw) as Body];
    return [body as Body];
  });
}

function check(body: Body): string | null {
  try {
    if (body.message !== undefined) checkMessage(body.message, "message");
    else if (body.get_started !== undefined) checkProfile(body, "profile");
    return null;
  } catch (error) {
    return `${error}: ${JSON.stringify(body)}`;
  }
}
