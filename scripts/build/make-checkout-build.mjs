// Builds what `meetbot` runs in a checkout into the given folder, and prints its path; with a second argument, builds
// that program instead of Meetbot's. Plain JavaScript on purpose, as checkout-build.mjs is.
const [builds, entry] = process.argv.slice(2);

try {
  const { makeBuild } = await import("./make-build.mjs");
  const { programs } = await import("../release/programs.mjs");
  process.stdout.write(await makeBuild(builds, programOf(programs.meetbot)));
} catch (error) {
  console.error(`meetbot: ${explain(error)}`);
  process.exitCode = 1;
}

function programOf(meetbot) {
  if (entry) return { ...meetbot, entries: { main: entry }, carried: {} };
  // Tests run one command after the other in one process.
  const runProgram = "packages/meetbot/src/cli/run-program.ts";
  return { ...meetbot, entries: { ...meetbot.entries, "run-program": runProgram } };
}

function explain(error) {
  if (error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("'esbuild'"))
    return "a checkout is built by esbuild, which is not installed. Run npm ci.";
  if (error.errors) return "the source does not build, see above.";
  return `the checkout cannot be built. ${error.message}`;
}
