import { answerLimits as limits } from "@meetbot/model/answers/answer-limits.ts";
import { customerLocales } from "@meetbot/presentation";
import { isWebUrl } from "@meetbot/protocol";
import { z } from "zod";
import { isPlainText } from "../settings/read-setting.ts";

// The book as it travels: in the admin API and, written as YAML, in its file. What one part has to do with
// another is looked at when it is read.

/** Plain text with checked length and characters. */
const plainText = (what: string, max: number) =>
  z
    .string(
      `${what} is a text. In a file it stands in quotes where it is a number or begins with a brace.`,
    )
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text !== "", `${what} is empty. Write it, or take it out.`)
    .refine((text) => text.length <= max, `${what} has ${max} characters at most. Make it shorter.`)
    .refine(
      isPlainText,
      `${what} has control characters or invisible ones in it. Write it as plain text.`,
    );

/** Plain text without line breaks. */
const oneLine = (what: string, max: number) =>
  plainText(what, max).refine((text) => !text.includes("\n"), `${what} is one line.`);

const link = z
  .string("A link is a text.")
  .max(limits.urlLength, `A link has ${limits.urlLength} characters at most.`)
  .refine(
    (text) => isWebUrl(text) && isPlainText(text) && !/\s/.test(text),
    "A link is an http or https URL without a name and password in it, such as https://shop.example.com/returns.",
  );

const title = oneLine("A button's title", limits.titleLength);

export const AnswerButtonForm = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("link"), title, url: link }),
    z.strictObject({ kind: z.literal("order"), title }),
    z.strictObject({ kind: z.literal("person") }),
  ],
  { error: "A button is a link (title and url), an order (title) or a person." },
);

export const AnswerTextForm = z.strictObject({
  text: plainText("An answer's text", limits.textLength),
  buttons: z
    .array(AnswerButtonForm, "Buttons are a list.")
    .max(limits.buttons, `An answer has ${limits.buttons} buttons at most. Take some out.`)
    .default([]),
});

const day = z.iso.date("A day is written as 2026-12-24.").nullable().default(null);

export const AnswerForm = z.strictObject({
  texts: z.partialRecord(
    z.enum(customerLocales, `Meetbot speaks ${customerLocales.join(", ")} to customers.`),
    AnswerTextForm,
  ),
  valid_from: day.meta({
    description: "The first day on which it is said, in the bot's time zone.",
  }),
  valid_until: day.meta({ description: "The last one." }),
});

const ownTopicId = z
  .string("An own topic's id is a text.")
  .regex(
    /^own_[a-z0-9_]{1,40}$/,
    "An own topic's id is own_ and 1 to 40 small letters, digits or _, such as own_gift_cards.",
  );

const example = oneLine("An example", limits.exampleLength);

export const OwnTopicFields = z.strictObject({
  name: oneLine("A topic's name", limits.nameLength),
  examples: z
    .array(example, "Examples are a list of sentences.")
    .min(
      1,
      `A topic is known by its examples: write 1 or more, better ${limits.recommendedExamples}.`,
    )
    .max(limits.examples, `A topic has ${limits.examples} examples at most. Take some out.`),
});

export const OwnTopicForm = z.strictObject({ id: ownTopicId, ...OwnTopicFields.shape });

export const TaughtForm = z.strictObject({
  text: example,
  meaning: z.string("A meaning is order, package, person, nothing or a topic's id.").meta({
    description: "`order`, `package`, `person`, `nothing` or a topic's id.",
  }),
});

export const BookForm = z
  .strictObject({
    answers: z.record(z.string(), AnswerForm).default({}),
    own_topics: z
      .array(OwnTopicForm, "Own topics are a list.")
      .max(limits.ownTopics, `A bot has ${limits.ownTopics} own topics at most. Take some out.`)
      .default([]),
    taught: z
      .array(TaughtForm, "What was taught is a list.")
      .max(limits.taught, `A bot is taught ${limits.taught} sentences at most. Take some out.`)
      .default([]),
  })
  .meta({ id: "AnswerBook" });

/** An answer as it travels. */
export type GivenAnswer = z.output<typeof AnswerForm>;

/** A book of answers as sent over the API; each part is validated separately. */
export type GivenBook = z.output<typeof BookForm>;
