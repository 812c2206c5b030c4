// A process that runs test files one after the other, as `test-pool.mjs` names them: what one file has loaded, the
// next one has. Each file is a test of its own, and all that it declares is within that, hooks too.
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { loadingTest } from "./test-worker-reporter.mjs";

process.on("message", ({ file, left }) => {
  if (left) return process.send({ kept: process.getActiveResourcesInfo() });
  // No further file comes: the process ends when nothing is left to do, after it has sent its remaining reports.
  if (file === null) return process.channel.unref();
  test(file, async (ofFile) => {
    // The file's tests wait behind this one: they may use what the file declares below them.
    let isLoaded;
    const loading = ofFile.test(loadingTest, () => new Promise((end) => (isLoaded = end)));
    await import(pathToFileURL(resolve(file)).href).finally(isLoaded);
    await loading;
  });
});
