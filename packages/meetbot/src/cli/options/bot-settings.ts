import { InvalidSettingError } from "@meetbot/admin-api/settings/invalid-setting-error.ts";
import { readChanges } from "@meetbot/admin-api/settings/read-changes.ts";
import type { Setting, SettingOption } from "@meetbot/admin-api/settings/setting.ts";
import { type SettingName, settingNames, settings } from "@meetbot/admin-api/settings/settings.ts";
import { toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import type { Bot, BotChanges } from "@meetbot/model/bot/bot.ts";
import { type Command, InvalidArgumentError, Option } from "commander";

/** The value of an option: a setting, or a part of one. */
export interface GivenOption<Name extends SettingName = SettingName> {
  name: Name;
  part: string | undefined;
  /** As it would travel. */
  given: unknown;
  /** The parsed value of this option alone. */
  read: Bot[(typeof settings)[Name]["field"]];
}

/** Adds all options that set or unset a setting. */
export function addSettingOptions(command: Command): void {
  for (const name of settingNames) {
    for (const option of optionsOf(name)) {
      const { help, cleared } = option;
      command.addOption(toOption(name, option, cleared ? `${help}; ${cleared}` : help));
    }
  }
}

/**
 * Returns a setting's option for commands that start without any settings; `note` is added to its help. Throws a
 * RangeError if the setting has no option.
 */
export function settingOption(name: SettingName, note = ""): Option {
  const [option] = optionsOf(name);
  if (option === undefined) throw new RangeError(`No option sets ${name}.`);
  return toOption(name, option, note ? `${option.help}; ${note}` : option.help);
}

const optionsOf = (name: SettingName): readonly SettingOption[] => settings[name].options;

function toOption(name: SettingName, { flags, part, parse, hint }: SettingOption, help: string) {
  const { read, default: usual }: Setting = settings[name];
  return new Option(flags, help).argParser((text: string): GivenOption => {
    const given = parse ? parse(text) : text;
    const whole = part === undefined ? given : { ...Object(usual), [part]: given };
    return { name, part, given, read: asArgument(() => read(whole), hint) };
  });
}

/** Turns an invalid value into an error that commander reports as wrong usage of the option. */
function asArgument<Read>(read: () => Read, hint = ""): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidSettingError)) throw error;
    throw new InvalidArgumentError([error.message, hint].join(" ").trim());
  }
}

/** Reads a command's options, combined with the unchanged settings. Throws a `WrongUseError` if they conflict. */
export function changesBy(options: object, stays: Bot): BotChanges {
  const { changes, faults } = readChanges(gather(options, stays), stays);
  const [first] = faults;
  if (first) throw new WrongUseError(first.message);
  return changes;
}

/** Merges the given parts into the bot's settings; parts that are not given stay unchanged. */
function gather(options: object, stays: Bot): object {
  const told = toPublic(stays);
  const all: Record<string, unknown> = {};
  for (const { name, part, given } of Object.values(options).filter(isGiven)) {
    const whole =
      part === undefined ? given : { ...Object(all[name] ?? told[name]), [part]: given };
    all[name] = whole;
  }
  return all;
}

/** Other options of a command are texts, numbers and flags. */
export function isGiven(option: unknown): option is GivenOption {
  return typeof option === "object" && option !== null && "given" in option;
}
