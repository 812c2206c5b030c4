import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { z } from "zod";

/** What operators set about a bot. */
export type SettingField = Exclude<keyof Bot, "id" | "demo">;

/** What no two bots share: the table has no default for it. */
export type Individual = "name" | "pageId" | "endpoint";

/** Where the console shows a setting: a section of its page *Settings*, or its page *Channels*. */
export type SettingSection =
  | "general"
  | "webhook"
  | "speaking"
  | "identity"
  | "order-numbers"
  | "retention"
  | "channels";

/** Who may change a setting by the console and the API; for an owner's there is a reason, in Markdown. */
export type Changer = { role: "editor" } | { role: "owner"; because: string };

/** An option of `meetbot bot set` by which a setting is given, or one part of it. */
export interface SettingOption {
  flags: `--${string} <${string}>`;
  /** What it sets, in the command's help and in the operator guide. */
  help: string;
  /** What takes it away again, and what holds then. */
  cleared?: string;
  /** What the operator guide says besides, in Markdown. */
  guide?: string;
  /** What is added where a text is refused. */
  hint?: string;
  /** Which part of the setting it is; the other parts stay. */
  part?: string;
  /** Takes the text apart. What comes of it is as if it came in JSON, and is not read yet. */
  parse?(text: string): unknown;
}

/** All that is known of one setting; `Field` is its name in the rooms, and in snake_case its column's. */
export interface Setting<
  Field extends SettingField = SettingField,
  Schema extends z.ZodType = z.ZodType,
  ChangedBy extends Changer = Changer,
  Section extends SettingSection = SettingSection,
> {
  field: Field;
  /** How it travels in the admin API, described. */
  schema: Schema;
  /** What it is before somebody sets it. */
  default: Field extends Individual ? undefined : Bot[Field];
  /** Reads what was given. Throws an `InvalidSettingError` where it can be no such setting. */
  read(given: z.output<Schema>): Bot[Field];
  /** Formats the value for the admin API; when left out, the value is sent unchanged. */
  write?(value: Bot[Field]): z.output<Schema>;
  /** Throws an `InvalidSettingError` where it does not go together with the bot's other settings. */
  refuse?(bot: Bot): void;
  changedBy: ChangedBy;
  section: Section;
  options: readonly SettingOption[];
}

/** A line of the table: checks that its parts fit its field, and keeps what the compiler knows of them. */
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
