// Builds what `meetbot` runs in a checkout into the folder that it is told, and prints where it lies. Plain JavaScript on
// purpose, as checkout-build.mjs is.
const [builds] = process.argv.slice(2);

try {
  const { makeBuild } = await import("./make-build.mjs");
  const { programs } = await import("../release/programs.mjs");
  const program = programs.meetbot;
  // Tests run one command after the other in one process.
  const entries = { ...program.entries, "run-program": "packages/meetbot/src/cli/run-program.ts" };
  process.stdout.write(await makeBuild(builds, { ...program, entries }));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function explain(error) {
  if (error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("'esbuild'"))
    console.error("meetbot: a checkout is built by esbuild, which is not installed: run npm ci.");
  else if (error.errors) console.error("meetbot: the source does not build, see above.");
  else console.error(`meetbot: the checkout cannot be built. ${error.message}`);
}
