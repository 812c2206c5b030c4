// Loaded before the program of a checkout: stacks of its errors name files and lines of the source. A map is read when a
// stack names a place that none has named before, and let go then: kept, it takes 25 MiB. Streams that are destroyed look at
// the stacks of their errors. With `--enable-source-maps` each start takes .1 s and 30 MiB for the maps.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const place = /(file:\/\/[^\s()]*\/meetbot-build\/[^\s()]+\.js):(\d+):(\d+)/g;
/** Places in what is built → places in the source. */
const known = new Map();

Error.prepareStackTrace = (error, frames) => {
  const maps = new Map();
  const toSource = (built, ...at) => {
    if (!known.has(built)) known.set(built, findSource(built, at, maps));
    return known.get(built);
  };
  return [
    nameOf(error),
    ...frames.map((frame) => `    at ${String(frame).replace(place, toSource)}`),
  ].join("\n");
};

function nameOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function findSource(built, [file, line, column], maps) {
  if (!maps.has(file)) maps.set(file, readMap(file));
  const entry = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry?.originalSource) return built;
  const source = fileURLToPath(new URL(entry.originalSource, file));
  return `${pathToFileURL(source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** A build that is gone has no maps either. */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), "utf8")));
  } catch {
    return null;
  }
}
