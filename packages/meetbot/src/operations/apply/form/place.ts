/** An error in a config file: the path to its place, and what is allowed there. */
export interface ConfigFault {
  path: readonly string[];
  message: string;
}

/** A place in a config file: its value, and how to report an error there. */
export interface Place {
  /** `undefined` if the file has no value here. */
  value: unknown;
  /** The path to this place: its keys, joined with dots. */
  name: string;
  at(key: string): Place;
  /** Returns all entries of a map; anything else is a fault. An empty map may be left blank. */
  entries(): [string, Place][];
  /** Checks for a map with only these names; anything else is a fault. */
  allows(names: readonly string[]): boolean;
  /** Reports a fault; `below` is the path from here to it. */
  fault(message: string, below?: readonly string[]): void;
}

/** The place that holds a value; its faults are put into `faults`. */
export function placeOf(
  value: unknown,
  faults: ConfigFault[],
  path: readonly string[] = [],
): Place {
  const at = (key: string) =>
    placeOf(isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined, faults, [
      ...path,
      key,
    ]);
  const fault = (message: string, below: readonly string[] = []) => {
    faults.push({ path: [...path, ...below], message });
  };
  function entries(): [string, Place][] {
    if (value === undefined || value === null) return [];
    if (isMap(value)) return Object.keys(value).map((key) => [key, at(key)]);
    fault("This is written otherwise: names, each with a colon and what belongs to it below.");
    return [];
  }
  return {
    ...{ value, name: path.join("."), at, entries, fault },
    allows(names) {
      const others = entries().filter(([key]) => !names.includes(key));
      for (const [key, place] of others) {
        place.fault(`Nothing is called ${key} here. Allowed: ${names.join(", ")}.`);
      }
      return others.length === 0;
    },
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
