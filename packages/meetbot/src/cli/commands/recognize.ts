import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import type { Recognition } from "../../model/conversation/recognition.ts";
import { explain, recognize } from "../../recognition/recognize.ts";
import { type GivenOption, settingOption } from "../options/bot-settings.ts";
import { stdinLines } from "../terminal/read-stdin.ts";

interface Options {
  json?: boolean;
  explain?: boolean;
  orderNumber?: GivenOption<"order_number">;
}

export function addRecognizeCommand(program: Command): void {
  program
    .command("recognize")
    .description("Show what the bot understands: of TEXT, or of each line of standard input.")
    .argument("[text...]", "one utterance")
    .option("--json", "one JSON object a line")
    .option(
      "--explain",
      "also say which words, concepts and rules decided, and how much each counted",
    )
    .addOption(settingOption("order_number"))
    .action(async (words: string[], options: Options) => {
      if (words.length > 0) return describe(words.join(" "), options);
      if (process.stdin.isTTY) note("One utterance a line; Ctrl+D ends.");
      for await (const line of stdinLines()) describe(line, options);
    });
}

function describe(utterance: string, options: Options): void {
  const known = { orderNumberFormat: options.orderNumber?.read ?? null };
  const reasons = options.explain ? explain(utterance, known).reasons : null;
  const recognition = recognize(utterance, known);
  const { text, intent, confidence, decision, filter, locale } = recognition;
  if (options.json) {
    printJson({
      text,
      intent,
      confidence,
      decision,
      entities: plainEntities(recognition),
      filter,
      locale,
      ...(reasons ? { found: foundEntities(recognition), reasons } : {}),
    });
    return;
  }
  const found = Object.entries(plainEntities(recognition)).flatMap(([kind, values]) =>
    values.map((value) => `${kind}=${value}`),
  );
  const summary = [
    intent,
    confidence.toFixed(2),
    decision,
    locale,
    ...(filter ? [`filter=${filter}`] : []),
    ...found,
  ].join(" ");
  const because = (reasons ?? []).map(
    ({ rule, effect, text }) => `  ${effect}  ${rule}${text && `  “${text}”`}`,
  );
  print(summary, ...because);
}

/** Entities with their places in the text, under the same names. */
function foundEntities({ entities }: Recognition) {
  return {
    emails: entities.emails,
    order_numbers: entities.orderNumbers,
    package_numbers: entities.packageNumbers,
  };
}

function plainEntities({ entities }: Recognition) {
  return {
    emails: entities.emails.map((entity) => entity.value),
    order_numbers: entities.orderNumbers.map((entity) => entity.value),
    package_numbers: entities.packageNumbers.map((entity) => entity.value),
  };
}
