// Loaded before the program of a checkout: stacks of its errors name files and lines of the source. The maps are read when
// a stack is first looked at; with `--enable-source-maps` each start takes .1 s and 30 MiB for them.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const place = /(file:\/\/[^\s()]*\/meetbot-build\/[^\s()]+\.js):(\d+):(\d+)/g;
const maps = new Map();

Error.prepareStackTrace = (error, frames) =>
  [
    nameOf(error),
    ...frames.map((frame) => `    at ${String(frame).replace(place, toSource)}`),
  ].join("\n");

function nameOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function toSource(built, file, line, column) {
  const map = mapOf(file);
  const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry?.originalSource) return built;
  const source = fileURLToPath(new URL(entry.originalSource, file));
  return `${pathToFileURL(source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

function mapOf(file) {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

/** A build that is gone has no maps either. */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), "utf8")));
  } catch {
    return null;
  }
}
