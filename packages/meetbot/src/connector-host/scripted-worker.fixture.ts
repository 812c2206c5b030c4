import { parentPort } from "node:worker_threads";
import { scriptedConnectors } from "./scripted-platform.fixture.ts";
import { serveOrders } from "./serve-orders.ts";

if (parentPort) serveOrders(parentPort, scriptedConnectors);
