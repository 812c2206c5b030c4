// A process of its own, for the connectors of all bots of a node: what goes wrong in one of them ends here. It has
// no environment, reaches the world by connections that its node's guard vets, and keeps nothing.
import { connectors } from "@meetbot/connectors";
import { portOfProcess } from "./order-port.ts";
import { serveOrders } from "./serve-orders.ts";

serveOrders(portOfProcess(), connectors);
