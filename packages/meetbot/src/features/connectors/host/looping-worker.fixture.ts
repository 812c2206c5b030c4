import { connect } from "node:net";
import { portOfProcess } from "./order-port.ts";

// Says its id to whoever listens at the port that it is given as an id, and then does not get to anything any more.
const { onMessage, tell } = portOfProcess();
onMessage((message) => {
  if (message.kind !== "drop") return;
  const socket = connect(message.id, "127.0.0.1", () => {
    socket.write(String(process.pid));
    for (;;);
  });
});
tell({ kind: "ready" });
