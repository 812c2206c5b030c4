import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type Role, roles } from "@meetbot/model/operator.ts";
import { isWebUrl } from "@meetbot/protocol";
import { type Command, InvalidArgumentError } from "commander";
import { readConfig } from "../../config.ts";
import {
  createConsoleLink,
  inviteOperator,
  letIn,
  linkLifetimesS,
  linkOrigin,
} from "../../operations/console-link.ts";
import { createDeskUpkeep } from "../../operations/desk/desk-upkeep.ts";
import { findOwnOrigins } from "../../platform/http/own-origins.ts";
import type { PeopleRefusal } from "../../store/operators/change-people.ts";
import type { Operators } from "../../store/operators/operators.ts";
import { noSuchBot } from "../options/no-such-bot.ts";
import { withStore } from "../options/storage.ts";

interface Invitation {
  bot?: string;
  role?: Role;
  administrator?: boolean;
  url?: string;
}

/** Anyone with a shell on the server may do everything. */
const author = { operatorId: null, actor: "command line" };

/** `meetbot operator …`: manages who signs in to the console. All commands also work while a server runs. */
export function addOperatorCommands(program: Command): void {
  const operator = program.command("operator").description("Who signs in to the console.");

  operator
    .command("link")
    .description(
      "Print a link that signs in once: for the first operator, or for one who cannot sign in.",
    )
    .argument("[email]", "the operator's email; not needed as long as there is one at most")
    .option("--url <url>", "the console's address; default: MEETBOT_PUBLIC_URL, else localhost")
    .action((email: string | undefined, { url }: { url?: string }) =>
      withStore(async ({ operators }) => {
        print(await signInLink(operators, email, originOf(url)));
      }),
    );

  operator
    .command("invite")
    .description("Print a link by which somebody becomes an operator.")
    .argument("<email>")
    .option("--bot <id>", "the bot they get a role on")
    .option("--role <role>", "owner, editor, viewer, or agent, who only answers customers", role)
    .option("--administrator", "owner of every bot, who may invite others")
    .option("--url <url>", "the console's address; default: MEETBOT_PUBLIC_URL, else localhost")
    .action(invite);

  operator
    .command("list")
    .description("List all operators.")
    .option("--json", "print one JSON array")
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ operators }) => {
        const all = await operators.list();
        if (json) return printJson(all);
        if (all.length === 0) return print("No operators yet: npx meetbot operator link");
        for (const { email, name, administrator } of all) {
          print(`${email}  ${name}${administrator ? "  administrator" : ""}`);
        }
      }),
    );
}

function role(value: string): Role {
  const known = roles.find((one) => one === value);
  if (known) return known;
  throw new InvalidArgumentError("A role is owner, editor, viewer or agent.");
}

function originOf(url: string | undefined): string {
  if (url !== undefined && !isWebUrl(url)) {
    throw new WrongUseError("--url takes a URL such as https://chat.example.com");
  }
  if (url !== undefined) return new URL(url).origin;
  const { publicUrl, host, port } = readConfig(process.env);
  return linkOrigin(findOwnOrigins(publicUrl, host, port));
}

async function signInLink(
  operators: Operators,
  email: string | undefined,
  origin: string,
): Promise<string> {
  const all = await operators.list();
  if (all.length === 0) {
    const input = { livesForS: linkLifetimesS.printed, createdBy: author.actor };
    return createConsoleLink(operators, origin, { ...input, administrator: true });
  }
  const operator = email === undefined ? all[0] : await operators.findByEmail(email);
  if (!operator) throw new CommandError(`There is no operator ${email}: meetbot operator list`);
  if (email === undefined && all.length > 1) {
    throw new WrongUseError("There are several operators: say whose link it is, by email.");
  }
  const made = await letIn(operators.as(author), origin, operator.id);
  if (typeof made === "string") throw refused(made);
  return made.url;
}

async function invite(email: string, options: Invitation): Promise<void> {
  const { bot, role: given, administrator = false } = options;
  if (!administrator && (!bot || !given)) {
    throw new WrongUseError("Say what they may do: --bot ID --role editor, or --administrator.");
  }
  await withStore(async (store) => {
    const { bots, operators } = store;
    if (bot && !(await bots.find(bot))) throw noSuchBot(bot);
    const people = operators.as(author);
    const grant = bot && given ? { grant: { botId: bot, role: given } } : {};
    const input = { email, administrator, ...grant };
    const invited = await inviteOperator(people, originOf(options.url), input);
    if (invited === "has_role" && bot && given) {
      const known = await operators.findByEmail(email);
      await people.changeRole(bot, known?.id ?? "", given);
      // Running nodes retry the affected turns by themselves.
      await createDeskUpkeep({ ...store, wakeWorker() {} }).leaveUnable();
      return print(nowMay(email));
    }
    if (typeof invited === "string") throw refused(invited);
    print("given" in invited ? nowMay(invited.given.email) : invited.url);
  });
}

const nowMay = (email: string) => `${email} is an operator already, and may do that now.`;

/** Of all refusals, the command line meets few. */
function refused(refusal: PeopleRefusal): CommandError {
  if (refusal === "owns_every_bot") {
    return new CommandError(
      "This operator is an administrator already: administrators own every bot.",
    );
  }
  return new CommandError(`That is not possible (${refusal}): meetbot operator list`);
}
