import type { SettingField } from "./setting.ts";

type SnakeCase<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : "";

/** The name of a setting in the audit, which is its column's. */
export type RecordedName = SnakeCase<SettingField>;

/** Names a setting as the audit does. */
export function recordedName<Field extends SettingField>(field: Field): SnakeCase<Field> {
  const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return name as SnakeCase<Field>;
}
