import { startWorker } from "./start-worker.ts";

// A node whose one connector is in a loop.
const worker = startWorker(64, new URL("./looping-worker.fixture.ts", import.meta.url));
worker.once("message", () => worker.send({ kind: "drop", id: Number(process.argv[2]) }));
