import { unexpected } from "./protocol-error.ts";

/** Turns an unknown value at a place into a typed one, or throws a ProtocolError naming the place. */
export type Read<Value> = (value: unknown, pointer: string) => Value;

/** The fields of one JSON object, and the object's place in the body. */
export interface Fields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** Returns the fields of the JSON object at a place. Throws a `ProtocolError` if the value is not an object. */
export function readFields(value: unknown, pointer: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unexpected(pointer, "an object", value);
  }
  return { values: value as Record<string, unknown>, pointer };
}

/** Many shops write a field they have nothing for as null or "": both count as not there. */
export function isAbsent(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

/** Whether a field is there, and not null or "". */
export function has(fields: Fields, key: string): boolean {
  return !isAbsent(fields.values[key]);
}

/**
 * Reads a field that must be present, and not empty once read. Throws a `ProtocolError` otherwise, and whatever `read`
 * throws.
 */
export function required<Value>(fields: Fields, key: string, read: Read<Value>): Value {
  const pointer = `${fields.pointer}/${key}`;
  const found = fields.values[key];
  const value = read(isAbsent(found) ? undefined : found, pointer);
  if (isAbsent(value)) throw unexpected(pointer, "a visible text", found);
  return value;
}

/** Reads an optional field; returns the default if it is absent. Throws what `read` throws if it is present. */
export function readOr<Value, Default>(
  fields: Fields,
  key: string,
  read: Read<Value>,
  otherwise: Default,
): Exclude<Value, undefined> | Default {
  const found = fields.values[key];
  if (isAbsent(found)) return otherwise;
  const value = read(found, `${fields.pointer}/${key}`);
  return isAbsent(value) ? otherwise : (value as Exclude<Value, undefined>);
}

/**
 * Reads fields that may be absent and returns an object to spread; absent fields stay absent. Throws whatever a read
 * throws for a field that is present.
 */
export function optional<Reads extends Readonly<Record<string, Read<unknown>>>>(
  fields: Fields,
  reads: Reads,
): { [Key in keyof Reads]?: Exclude<ReturnType<Reads[Key]>, undefined> } {
  const found: Record<string, unknown> = {};
  for (const [key, read] of Object.entries(reads)) {
    const value = readOr(fields, key, read, undefined);
    if (value !== undefined) found[key] = value;
  }
  return found as ReturnType<typeof optional<Reads>>;
}
