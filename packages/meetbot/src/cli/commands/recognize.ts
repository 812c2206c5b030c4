import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type Command, Option } from "commander";
import type { Recognition } from "../../model/conversation/recognition.ts";
import {
  readAboutShown,
  type ShownKind,
  shownKinds,
} from "../../recognition/context/about-shown.ts";
import { explain, recognize } from "../../recognition/recognize.ts";
import { type GivenOption, settingOption } from "../options/bot-settings.ts";
import { stdinLines } from "../terminal/read-stdin.ts";

interface Options {
  json?: boolean;
  explain?: boolean;
  orderNumber?: GivenOption<"order_number">;
  shown?: ShownKind;
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
    .addOption(
      new Option(
        "--shown <kind>",
        "as if this were on the screen: a question about it is then a request for it",
      ).choices(shownKinds),
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
  const alone = recognize(utterance, known);
  const recognition = options.shown ? readAboutShown(alone, options.shown) : alone;
  const { text, intent, confidence, decision, filter, locale } = recognition;
  const { about, concern, topic, ordinals, narrowing } = recognition;
  if (options.json) {
    printJson({
      text,
      intent,
      confidence,
      decision,
      entities: plainEntities(recognition),
      filter,
      locale,
      about,
      concern,
      topic,
      ordinals,
      narrowing,
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
    ...describeContext(recognition),
  ].join(" ");
  const because = (reasons ?? []).map(
    ({ rule, effect, text }) => `  ${effect}  ${rule}${text && `  “${text}”`}`,
  );
  print(summary, ...because);
}

/** What means something only beside what is shown, as far as there is any. */
function describeContext({ about, concern, topic, ordinals, narrowing }: Recognition): string[] {
  return [
    ...(topic ? [`topic=${topic.id}`] : []),
    ...(about.length > 0 ? [`about=${about.join()}`] : []),
    ...(concern ? [`concern=${concern}`] : []),
    ...(ordinals.length > 0 ? [`ordinals=${ordinals.join()}`] : []),
    ...Object.entries(narrowing ?? {}).map(([name, value]) => `${name}=${value}`),
  ];
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
