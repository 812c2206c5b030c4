import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { startWorker } from "./start-worker.ts";

async function startOne(t: TestContext) {
  const worker = startWorker(64, new URL("./waiting-worker.fixture.ts", import.meta.url));
  t.after(() => worker.kill("SIGKILL"));
  assert.deepEqual(await next(worker), [{ kind: "ready" }, undefined]);
  return worker;
}

/** What it says next, or how it ends. */
const next = (worker: ChildProcess) =>
  Promise.race([once(worker, "message"), once(worker, "exit")]);

test("a worker ends with its node, and not by a signal that is meant for it", {
  timeout: 5_000,
}, async (t) => {
  const worker = await startOne(t);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) worker.kill(signal);
  worker.send({ kind: "ping" }, () => {});
  assert.deepEqual(await next(worker), [{ kind: "pong" }, undefined]);
  worker.disconnect();
  assert.deepEqual(await once(worker, "exit"), [0, null]);
});

test("a worker has nothing of the environment but which certificates shops may have", {
  skip: process.platform !== "linux" && "only Linux tells a process's environment",
}, async (t) => {
  const before = process.env.NODE_EXTRA_CA_CERTS;
  process.env.NODE_EXTRA_CA_CERTS = "/dev/null";
  t.after(() => {
    if (before === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
    else process.env.NODE_EXTRA_CA_CERTS = before;
  });
  const { pid } = await startOne(t);
  const names = readFileSync(`/proc/${pid}/environ`, "utf8")
    .split("\0")
    .map((line) => line.split("=")[0]);
  const certificates = [
    "NODE_EXTRA_CA_CERTS",
    "NODE_USE_SYSTEM_CA",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
  ];
  const own = ["NODE_CHANNEL_FD", "NODE_CHANNEL_SERIALIZATION_MODE", ""];
  assert(names.includes("NODE_EXTRA_CA_CERTS"));
  assert.deepEqual(
    names.filter((name) => ![...certificates, ...own].includes(name ?? "")),
    [],
  );
});
