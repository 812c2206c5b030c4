import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { Command } from "commander";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import { explainRefusal } from "../../../operations/channels/messenger/explain-problem.ts";
import {
  deleteTemplate,
  listTemplates,
  publishTemplates,
  type TemplateLook,
  type TemplatesDeps,
} from "../../../operations/channels/publish-templates.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { graphOf } from "./messenger-connect.ts";
import { noPage } from "./messenger-disconnect.ts";

interface ListOptions {
  bot: string;
  json?: boolean;
}

/** `meetbot channel messenger templates`: what may be sent to customers after Messenger's 24 hours. */
export function addTemplatesCommand(messenger: Command): void {
  const templates = messenger
    .command("templates")
    .description("What customers may be told after Messenger's 24 hours, once Meta approved it.");
  templates
    .command("list", { isDefault: true })
    .description("Show the templates in each language of the bot, and how far Meta is with them.")
    .requiredOption("--bot <id>", "which bot")
    .option("--json", "print one JSON object")
    .action(list);
  templates
    .command("publish")
    .description("Have Meta make the templates that the page has not, and ask about the others.")
    .requiredOption("--bot <id>", "which bot")
    .option("--json", "print one JSON object")
    .action(publish);
  templates
    .command("delete")
    .description("Delete a template at Meta, such as one that was rejected.")
    .requiredOption("--bot <id>", "which bot")
    .requiredOption("--name <name>", "its name at Meta")
    .requiredOption("--language <code>", "in which language, by Meta's code")
    .action(remove);
}

async function list({ bot: botId, json }: ListOptions): Promise<void> {
  const looks = await withPage(botId, (bot, link, deps) => listTemplates(bot, link, deps));
  show(looks, json);
}

async function publish({ bot: botId, json }: ListOptions): Promise<void> {
  const { looks, refused } = await withPage(botId, publishTemplates);
  show(looks, json);
  if (refused) throw new CommandError(explainRefusal("templates", refused));
}

async function remove(options: { bot: string; name: string; language: string }): Promise<void> {
  const { bot: botId, name, language } = options;
  const deleted = await withPage(botId, (bot, link, deps) =>
    deleteTemplate(bot, { name, language }, link, deps),
  );
  if (deleted === "not_found") {
    throw new CommandError(
      `No template ${name} in ${language} is known to be at Meta. See which are: meetbot channel messenger templates --bot ${botId}`,
    );
  }
  if (!deleted.ok) throw new CommandError(explainRefusal("delete_template", deleted));
  print(`The template ${name} is deleted in ${language}. Publish to have it made again.`);
}

/** Does something with the page that speaks through a bot. */
function withPage<Result>(
  botId: string,
  act: (bot: Bot, link: ChannelLink, deps: TemplatesDeps) => Promise<Result>,
): Promise<Result> {
  return withStore(async ({ bots, channels }) => {
    const bot = await bots.find(botId);
    if (!bot) throw noSuchBot(botId);
    const link = await channels.links.find(linkOn(messenger, botId));
    if (!link) throw noPage(botId);
    const deps = { channel: messenger, templates: channels.templates, api: graphOf() };
    return act(bot, link, deps);
  });
}

/** The keys are a public contract. */
function show(looks: TemplateLook[], json = false): void {
  if (json) {
    const told = looks.map(({ updatedAt, ...look }) => ({
      ...look,
      updated_at: updatedAt?.toISOString() ?? null,
    }));
    printJson({ templates: told });
    return;
  }
  const width = Math.max(...looks.map(({ name }) => name.length));
  for (const { name, language, state, reason } of looks) {
    const line = `${name.padEnd(width)}  ${language.padEnd(5)}  ${state}`;
    print(reason ? `${line} (${reason})` : line);
  }
}
