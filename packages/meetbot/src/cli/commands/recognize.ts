import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { type Command, Option } from "commander";
import { readConfig } from "../../config.ts";
import type { ModelReading } from "../../language-model/ask-model.ts";
import { type ModelTrial, openModelTrial } from "../../operations/endpoint/open-language-model.ts";
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
  model?: boolean;
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
    .option(
      "--model",
      "also ask the language model of MEETBOT_LLM_URL, where the bot is unsure, and show both",
    )
    .addOption(settingOption("order_number"))
    .action(async (words: string[], options: Options) => {
      const trial = options.model ? modelTrial() : null;
      try {
        if (words.length > 0) return await describe(words.join(" "), options, trial);
        if (process.stdin.isTTY) note("One utterance a line; Ctrl+D ends.");
        for await (const line of stdinLines()) await describe(line, options, trial);
      } finally {
        await trial?.close();
      }
    });
}

function modelTrial(): ModelTrial {
  const trial = openModelTrial(readConfig(process.env));
  if (trial) return trial;
  throw new CommandError(
    "MEETBOT_LLM_URL is missing: it says where the language model is that --model asks. Set it, and MEETBOT_LLM_MODEL, to values such as http://127.0.0.1:11434/v1 and qwen3:8b.",
  );
}

async function describe(
  utterance: string,
  options: Options,
  trial: ModelTrial | null,
): Promise<void> {
  const known = { orderNumberFormat: options.orderNumber?.read ?? null };
  const reasons = options.explain ? explain(utterance, known).reasons : null;
  const alone = recognize(utterance, known);
  const recognition = options.shown ? readAboutShown(alone, options.shown) : alone;
  const model = trial && (await trial.read(recognition, known.orderNumberFormat));
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
      ...(trial ? { model: model && plainReading(model) } : {}),
    });
    return;
  }
  const because = (reasons ?? []).map(
    ({ rule, effect, text }) => `  ${effect}  ${rule}${text && `  “${text}”`}`,
  );
  print(summarize(recognition), ...because, ...(trial ? [summarizeReading(model)] : []));
}

function summarize(recognition: Recognition): string {
  const { intent, confidence, decision, locale, filter } = recognition;
  const found = Object.entries(plainEntities(recognition)).flatMap(([kind, values]) =>
    values.map((value) => `${kind}=${value}`),
  );
  return [
    intent,
    confidence.toFixed(2),
    decision,
    locale,
    ...(filter ? [`filter=${filter}`] : []),
    ...found,
    ...describeContext(recognition),
  ].join(" ");
}

function summarizeReading(reading: ModelReading | null): string {
  if (!reading) return "  model: not asked, the bot is sure";
  const { said, call } = reading;
  const took = `${call.durationMs} ms`;
  if (call.outcome !== "command") return `  model: ${call.outcome} (${call.reason}) in ${took}`;
  const topic = said.topic ? ` topic=${said.topic.id}` : "";
  return `  model: ${summarize(said)}${topic} in ${took}`;
}

/** Returns the model's recognized reading together with its raw output. */
function plainReading({ said, call }: ModelReading) {
  const { intent, confidence, decision, about, topic } = said;
  const { durationMs: ms, ...told } = call;
  return {
    ...{ intent, confidence, decision, entities: plainEntities(said), about },
    ...{ topic: topic?.id ?? null, ms, ...told },
  };
}

/** Returns the parts that have a meaning only together with what is shown, if there are any. */
function describeContext({ about, concern, topic, ordinals, narrowing }: Recognition): string[] {
  return [
    ...(topic ? [`topic=${topic.id}`] : []),
    ...(about.length > 0 ? [`about=${about.join()}`] : []),
    ...(concern ? [`concern=${concern}`] : []),
    ...(ordinals.length > 0 ? [`ordinals=${ordinals.join()}`] : []),
    ...Object.entries(narrowing ?? {}).map(([name, value]) => `${name}=${value}`),
  ];
}

/** Returns the entities with their positions in the text, under the same names. */
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
