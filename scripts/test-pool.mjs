// Runs test files in a few processes. Plain JavaScript on purpose, as test.mjs is.
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("test-worker.mjs", import.meta.url));
const reporter = fileURLToPath(new URL("test-worker-reporter.mjs", import.meta.url));

/** A process that has grown so large is followed by a new one: what its files left in it goes with it. */
const maxBytes = 2 * 2 ** 30;

/** A process that goes on for so long after its last test is ended, and its last file fails. */
const maxEndMs = 20_000;

/**
 * Runs files, `width` at once: each process takes the next file when it has ended one. Those that `isApart` names have a
 * process to themselves. Calls `onFile` with the result of each: `{file, ms, passed, failed, skipped}`.
 */
export async function runFiles({ run, files, width, isApart, onFile }) {
  // Those with a process of their own first: the others then fill what time is left.
  const waiting = [...files.filter(isApart), ...files.filter((file) => !isApart(file))];
  const runAll = async () => {
    let worker = null;
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      worker ??= startWorker(run, onFile);
      await worker.run(file);
      if (!isApart(file) && !worker.isSpent()) continue;
      await worker.end();
      worker = null;
    }
    await worker?.end();
  };
  await Promise.all(Array.from({ length: width }, runAll));
}

function startWorker(run, onFile) {
  const child = run.fork(program, [
    "--conditions=meetbot-source",
    "--disable-warning=ExperimentalWarning",
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stdout",
  ]);
  /** The file that runs, and what has become of it so far. */
  let inHand = null;
  let lastFile = "";
  let hasFailed = false;
  /** What its tests did after they had ended. */
  const lates = [];
  /** What it says keeps it from ending. */
  let left = [];
  let bytes = 0;

  function endFile({ ms, ...more }) {
    const { began, done, ...result } = inHand;
    inHand = null;
    if (more.failed) result.failed.push(more.failed);
    hasFailed ||= result.failed.length > 0;
    onFile({ ...result, ms: ms ?? Date.now() - began });
    done();
  }

  child.on("message", ({ late, kept, isFile, passed, name, ms, skip, error, whole, ...more }) => {
    bytes = more.bytes ?? bytes;
    left = kept ?? left;
    if (late !== undefined) lates.push(late);
    if (inHand === null || late !== undefined) return;
    if (error !== undefined) inHand.failed.push({ name: isFile ? "the file" : name, error, whole });
    else if (!isFile && skip) inHand.skipped.push({ name, because: skip });
    else if (!isFile && passed) inHand.passed += 1;
    if (isFile && name === inHand.file) endFile({ ms });
  });
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      const error = `Its process ended (${signal ?? code}) before its tests did.`;
      if (inHand !== null) endFile({ failed: { name: "the file", error, whole: "" } });
      resolve(signal ?? code);
    });
  });

  return {
    isSpent: () => !child.connected || bytes > maxBytes,
    run(file) {
      lastFile = file;
      return new Promise((done) => {
        inHand = { file, passed: 0, failed: [], skipped: [], began: Date.now(), done };
        child.send({ file });
      });
    },
    /** Nothing of it is left then. What it does not end by itself is a fault of a test. */
    async end() {
      if (child.connected) child.send({ file: null });
      const overdue = setTimeout(() => child.kill("SIGKILL"), maxEndMs);
      // It answers only where nothing else is in its way.
      const asking = setTimeout(() => child.connected && child.send({ left: true }), maxEndMs / 2);
      const how = await exited;
      clearTimeout(overdue);
      clearTimeout(asking);
      const errors = [...lates];
      if (how === "SIGKILL") errors.push(`A test left something running: ${left.join(", ")}.`);
      else if (how !== 0 && !hasFailed && lates.length === 0) errors.push(`It ended with ${how}.`);
      if (errors.length === 0) return;
      const name = "the process of this file, and of those before it";
      const failed = errors.map((error) => ({ name, error, whole: "" }));
      onFile({ file: lastFile, passed: 0, failed, skipped: [], ms: 0 });
    },
  };
}
