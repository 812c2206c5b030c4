import { type Candidate, right, type SigningHeader, wrong } from "./candidate.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";

/**
 * Returns the candidates for the text that precedes the body in the signed text; the correct one for this header comes
 * first.
 */
export function beginnings(
  header: SigningHeader,
  { id, timestamp }: { id: string; timestamp: string },
): Candidate<string>[] {
  const both = `${id}.${timestamp}.`;
  const swapped = `${timestamp}.${id}.`;
  if (header === "x-hub-signature") {
    const wrongs: [string, MistakeId][] = [
      [both, "id_and_time_added"],
      [swapped, "id_and_time_added"],
      [`${timestamp}.`, "time_added"],
      [timestamp, "time_added"],
    ];
    return [right(""), ...wrongs.map(([text, mistake]) => wrong(text, mistake))];
  }
  const joined = ["", "\n", ":", ",", " ", "|"].map((between) =>
    wrong(`${id}${between}${timestamp}${between}`, "dots_missing"),
  );
  return [
    right(both),
    wrong("", "id_and_time_missing"),
    wrong(`${timestamp}.`, "id_missing"),
    wrong(`${id}.`, "time_missing"),
    wrong(swapped, "id_and_time_swapped"),
    ...joined,
  ];
}
