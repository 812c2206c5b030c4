import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { z } from "zod";

/** A bot setting that operators can change. */
export type SettingField = Exclude<keyof Bot, "id" | "demo">;

/** A setting that is specific to each bot, so the table has no default for it. */
export type Individual = "name" | "pageId" | "endpoint";

/** Where the console shows a setting: in a section of its *Settings* page, or on its *Channels* page. */
export type SettingSection =
  | "general"
  | "webhook"
  | "speaking"
  | "identity"
  | "order-numbers"
  | "retention"
  | "channels";

/** Who may change a setting through the console and the API. If only owners may, `because` says why, in Markdown. */
export type Changer = { role: "editor" } | { role: "owner"; because: string };

/** An option of `meetbot bot set` that sets a setting or one part of it. */
export interface SettingOption {
  flags: `--${string} <${string}>`;
  /** What the setting does, shown in the command's help and in the operator guide. */
  help: string;
  /** How to clear the setting, and what applies then. */
  cleared?: string;
  /** Additional text for the operator guide, in Markdown. */
  guide?: string;
  /** Hint added to the error when a text is refused. */
  hint?: string;
  /** Which part of the setting it is; the other parts stay. */
  part?: string;
  /** Splits the text. The result looks like JSON input and is not validated yet. */
  parse?(text: string): unknown;
}

/** The full definition of one setting. `Field` is its name in the rooms; its column has the same name in snake_case. */
export interface Setting<
  Field extends SettingField = SettingField,
  Schema extends z.ZodType = z.ZodType,
  ChangedBy extends Changer = Changer,
  Section extends SettingSection = SettingSection,
> {
  field: Field;
  /** How it travels in the admin API, described. */
  schema: Schema;
  /** The value before an operator sets one. */
  default: Field extends Individual ? undefined : Bot[Field];
  /** Reads the given value. Throws an `InvalidSettingError` if it is not valid for this setting. */
  read(given: z.output<Schema>): Bot[Field];
  /** Formats the value for the admin API; when left out, the value is sent unchanged. */
  write?(value: Bot[Field]): z.output<Schema>;
  /** Throws an `InvalidSettingError` if the value conflicts with the bot's other settings. */
  refuse?(bot: Bot): void;
  changedBy: ChangedBy;
  section: Section;
  options: readonly SettingOption[];
}

/** Returns a row of the table. Checks that its parts fit its field, and preserves the inferred types. */
export function setting<
  const Field extends SettingField,
  Schema extends z.ZodType,
  const ChangedBy extends Changer,
  const Section extends SettingSection,
>(line: Setting<Field, Schema, ChangedBy, Section>): Setting<Field, Schema, ChangedBy, Section> {
  return line;
}

/** Everyone who may change settings at all may change it. */
export const editor = { role: "editor" } as const;

/** Only an owner changes it, for this reason. */
export function owner(because: string): { role: "owner"; because: string } {
  return { role: "owner", because };
}
