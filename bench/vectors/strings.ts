import {
  ProtocolError,
  parseAnswer,
  parseQuery,
  serializeAnswer,
  serializeQuery,
} from "@meetbot/protocol";
import { readVectors } from "./read-vectors.ts";
import { countUp, listCounts, type Result, resultOf } from "./result.ts";
import { answers, queries } from "./samples.ts";
import { fieldsOf, type Path, readAt, writeAt } from "./text-fields.ts";

interface Vector {
  name: string;
  base64: string;
}

/** One text field of one query or answer: what arrives of a text that travels in it. */
interface Field {
  name: string;
  travel(text: string): unknown;
}

const fields: Field[] = [
  ...queries.flatMap((query) =>
    fieldsOf(query).map((path) => ({
      name: `${query.method} query ${path.join("/")}`,
      travel: (text: string) =>
        travel(query, path, text, (sent) => parseQuery(serializeQuery(sent))),
    })),
  ),
  ...answers.flatMap(({ query, answer }) =>
    fieldsOf(answer).map((path) => ({
      name: `${answer.kind} answer ${path.join("/")}`,
      travel: (text: string) =>
        travel(answer, path, text, (sent) => parseAnswer(query, serializeAnswer(sent))),
    })),
  ),
];

/** Texts that break programs, in each text field of each query and of each answer. */
export async function checkStrings(folder: string): Promise<Result[]> {
  const files = [...readVectors<Vector>(folder, "strings/*.jsonl")];
  return Promise.all(
    files.map(([file, vectors]) => {
      const counts: Record<string, number> = {};
      const check = ({ name, base64 }: Vector) => {
        const text = Buffer.from(base64, "base64").toString("utf8");
        const faults = fields.flatMap((field) => {
          const outcome = outcomeOf(field, text);
          countUp(counts, outcome);
          return outcome === "changed" || outcome === "threw" ? [`${field.name} ${outcome}`] : [];
        });
        return faults.length === 0 ? null : `${name}: ${faults.join("; ")}`;
      };
      return resultOf(
        file,
        vectors,
        check,
        () => `in ${fields.length} fields: ${listCounts(counts)}`,
      );
    }),
  );
}

function travel<Sent extends object>(
  sample: Sent,
  path: Path,
  text: string,
  send: (sent: Sent) => object,
): unknown {
  return readAt(send(writeAt(sample, path, text)), path);
}

/**
 * What came of a text in a field; all but `changed` and `threw` are right. What a customer reads
 * loses what nobody can see, and a link or a date that is none is left out.
 */
function outcomeOf({ travel: send }: Field, text: string): string {
  try {
    const arrived = send(text);
    if (arrived === text) return "unchanged";
    if (arrived === undefined) return "left out";
    return toSeen(arrived) === toSeen(text) && send(String(arrived)) === arrived
      ? "made visible"
      : "changed";
  } catch (error) {
    return error instanceof ProtocolError ? "refused" : "threw";
  }
}

function toSeen(text: unknown): string {
  return String(text).replace(/[\p{Cc}\p{Cf}\s]/gu, "");
}
