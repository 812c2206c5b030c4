/** For tests: uses the database of a folder until its input ends, or walks away at once. */
import { startEmbedded } from "./start-embedded.ts";

const [dataDir = "", manner] = process.argv.slice(2);
const log = { info() {}, warn() {} };
try {
  const { connection, stop } = await startEmbedded({ dataDir, log });
  console.log(JSON.stringify({ connection }));
  if (manner !== "walks-away") process.stdin.resume().once("end", () => void stop());
} catch (error) {
  console.log(JSON.stringify({ error: String((error as { code?: string }).code ?? error) }));
}
