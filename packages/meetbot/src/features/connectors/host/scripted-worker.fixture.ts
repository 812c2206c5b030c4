import { portOfProcess } from "./order-port.ts";
import { scriptedConnectors } from "./scripted-platform.fixture.ts";
import { serveOrders } from "./serve-orders.ts";

serveOrders(portOfProcess(), scriptedConnectors);
