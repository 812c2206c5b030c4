import { portOfProcess } from "./order-port.ts";

// Answers an order only once the one before it is dropped.
// A connection that is open holds a process.
setInterval(() => {}, 60_000);
const { onMessage, tell } = portOfProcess();
onMessage((message) => {
  if (message.kind === "ping") tell({ kind: "pong" });
  if (message.kind === "drop") tell({ kind: "fault", id: message.id + 1, fault: "dropped" });
});
tell({ kind: "ready" });
