import type { CgroupScope } from "../../../../test/fixtures/machine.ts";
import {
  type GraphSimulator,
  startGraphSimulator,
} from "../../../graph-simulator/start-graph-simulator.ts";
import { graphAt, type PageAccess } from "./graph.ts";

export const app = { id: "1517776481860111", secret: "an app secret" };
export const access: PageAccess = {
  pageId: "1029384756",
  token: "a page token",
  appSecret: app.secret,
};
export const customer = "5647382910";

/** A Graph of its own for each test, in which the customer has just written. */
export async function startGraph(scope: CgroupScope, now?: () => number) {
  const simulator: GraphSimulator = await startGraphSimulator({
    app,
    pages: [{ id: access.pageId, name: "A shop", token: access.token }],
    ...(now && { now }),
  });
  scope.after(() => simulator.close());
  await simulator.act(access.pageId, customer, { message: { mid: "m1", text: "hi" } });
  const graph = graphAt(simulator.url);
  return { simulator, graph };
}
