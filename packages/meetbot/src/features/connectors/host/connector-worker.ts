// A separate process for the connectors of all of a node's bots, so that a connector's failure ends here. The process
// has no environment, opens only connections that its node's guard vets, and stores nothing.
import { connectors } from "@meetbot/connectors";
import { portOfProcess } from "./order-port.ts";
import { serveOrders } from "./serve-orders.ts";

serveOrders(portOfProcess(), connectors);
