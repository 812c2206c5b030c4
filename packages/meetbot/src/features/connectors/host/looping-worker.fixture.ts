import { connect } from "node:net";
import { portOfProcess } from "./order-port.ts";

// Sends its process id to the listener on the port that it gets as an id, then loops forever.
const { onMessage, tell } = portOfProcess();
onMessage((message) => {
  if (message.kind !== "drop") return;
  const socket = connect(message.id, "127.0.0.1", () => {
    socket.write(String(process.pid));
    for (;;);
  });
});
tell({ kind: "ready" });
