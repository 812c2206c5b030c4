// A thread of its own, for the connectors of all bots of a node: what goes wrong in one of them ends here. It has
// no environment, reaches the world by connections that its node's guard vets, and keeps nothing.
import { parentPort } from "node:worker_threads";
import { connectors } from "@meetbot/connectors";
import { serveOrders } from "./serve-orders.ts";

if (parentPort) serveOrders(parentPort, connectors);
